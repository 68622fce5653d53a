package spine.report.internal.cohort;

import java.util.List;
import java.util.Optional;
import spine.report.internal.page.LabelWords;
import spine.report.internal.page.PageNumbers;
import spine.report.internal.summary.IndexSummary;
import spine.report.internal.summary.StudySummary;

/**
 * A study in the table.
 *
 * @param number in the order of names, counted from 1
 * @param study what it shows
 * @param shown the pseudonym of the patient, else the name of the study
 * @param uid the name of the study where the pseudonym is shown
 * @param date where it was asked for
 * @param totals all that any study has, in their order
 * @param worst units, the highest first
 * @param view units in view
 * @param inflamed images
 * @param corrected whether a person changed what the models gave
 * @param warnings sentences, each or all in one
 */
record StudyRow(int number, CohortStudy study, String shown, Optional<String> uid, Optional<String> date, List<TotalCell> totals,
        String worst, Optional<Share> view, Optional<Share> inflamed, boolean corrected, List<String> warnings) {
    private static final int MOST_WORST = 4;
    private static final int SHORT = 16;

    /**
     * A total of the study.
     *
     * @param number of the total
     * @param value a number, also to sort by; empty if the study has none
     * @param interval in words
     */
    record TotalCell(int number, String value, Optional<String> interval) {
        boolean known() {
            return !value.isEmpty();
        }
    }

    /** So many of all. */
    record Share(int part, int all) {
    }

    static StudyRow of(int number, CohortStudy study, List<CohortTotal> totals) {
        Optional<StudySummary> summary = study.summary();
        Optional<String> pseudonym = summary.flatMap(StudySummary::pseudonym);
        Optional<IndexSummary> first = summary.flatMap(of -> of.indices().stream().findFirst());
        Optional<StudySummary> spine = summary.filter(StudySummary::spine);
        List<String> worst = first.map(IndexSummary::worst).orElse(List.of());
        return new StudyRow(number, study, pseudonym.orElse(study.name()), pseudonym.map(shown -> study.name()),
                summary.flatMap(StudySummary::date).map(LabelWords::date),
                totals.stream().map(total -> cell(total, study)).toList(),
                String.join(" ", worst.subList(0, Math.min(MOST_WORST, worst.size()))) + (worst.size() > MOST_WORST ? " …" : ""),
                spine.flatMap(of -> first.map(index -> new Share(index.unitsInView(), of.unitsOfSpine()))),
                spine.map(of -> new Share(of.inflamed(), of.images())), summary.map(StudySummary::corrected).orElse(false),
                summary.map(StudySummary::warnings).orElse(study.state().warnings().isEmpty() ? List.of()
                        : List.of(study.state().warnings())));
    }

    private static TotalCell cell(CohortTotal total, CohortStudy study) {
        Optional<String> interval = total.index(study).map(index -> index.intervals().get(total.name()))
                .map(of -> PageNumbers.atMost(of.lower(), 1) + " to " + PageNumbers.atMost(of.upper(), 1));
        double value = total.in(study);
        return new TotalCell(total.number(), Double.isNaN(value) ? "" : PageNumbers.atMost(value, 2), interval);
    }

    /** For a narrow column: the end of a name that is long, in which studies differ. */
    String brief() {
        return shown.length() <= SHORT ? shown : "…" + shown.substring(shown.length() - SHORT + 1);
    }

    /** Of the first index, to sort by; below all others where there is none. */
    double firstTotal() {
        return totals.isEmpty() || !totals.get(0).known() ? -1 : Double.parseDouble(totals.get(0).value());
    }

    boolean warned() {
        return !warnings.isEmpty();
    }

    Optional<String> reason() {
        return Optional.of(study.state().reason()).filter(reason -> !reason.isEmpty());
    }

    int warningCount() {
        return warnings.size();
    }

    /** Whether the reason is to be read at once: that of a result which says all is of use to few. */
    boolean plain() {
        return !study.state().style().equals("good");
    }

    boolean partial() {
        return view.filter(share -> share.part() < share.all()).isPresent();
    }
}
