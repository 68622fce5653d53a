package spine.evaluate.internal.readerstudy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.Total;

/**
 * All figures of a study of readers.
 *
 * @param studies what they rest on
 * @param origin where the studies come from; may be empty
 * @param madeBy what made the reports: indices and models with their versions
 * @param researchUse what the reports say of their use, each sentence once
 * @param paper the paper's figures beside ours
 * @param tables everything else
 */
public record ReaderStudyResult(RatedStudies studies, String origin, List<String> madeBy, List<String> researchUse, List<PaperRow> paper,
        List<RaterTable> tables) {
    /** What readers of SPARCC are reported to reach among themselves (ICC of six units, two sites: 0.79 and 0.82). */
    private static final double LEAST = 0.75;
    private static final double MOST = 0.85;

    /** Computes all of it. */
    public static ReaderStudyResult of(RatedStudies studies, String origin, List<String> madeBy, List<String> researchUse) {
        List<RaterTable> tables = new ArrayList<>();
        for (Total total : Total.values()) {
            if (studies.has(total)) {
                ScoreTables scores = new ScoreTables(studies, total);
                tables.add(scores.pipeline());
                scores.readers().ifPresent(tables::add);
                ExchangeTable.of(studies, total).ifPresent(tables::add);
                scores.sittings().ifPresent(tables::add);
                scores.truth().ifPresent(tables::add);
            }
        }
        StatusTables status = new StatusTables(studies);
        tables.add(status.patients(studies.has(Total.SIX) ? Total.SIX : Total.ALL));
        status.units().ifPresent(tables::add);
        if (!studies.followed().isEmpty()) {
            for (Total total : Total.values()) {
                if (studies.has(total)) {
                    ChangeTables change = new ChangeTables(studies, total);
                    tables.add(change.agreement());
                    tables.add(change.responsiveness());
                }
            }
        }
        return new ReaderStudyResult(studies, origin, List.copyOf(madeBy), List.copyOf(researchUse), PaperFigures.of(studies, tables),
                List.copyOf(tables));
    }

    /** Whether the truth of the studies is known, which is so of synthetic ones alone. */
    public boolean synthetic() {
        return studies.truth().isPresent();
    }

    /** Empty if what it needs is not known. */
    public Optional<RaterTable> table(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** ICC(2,1) of total6 among readers, the median of their pairs; empty if there are no pairs or no total6. */
    public Optional<Metric> amongReaders() {
        return table("readers-" + Total.SIX.label()).map(table -> table.row(ScoreTables.MEDIAN).metric(PairFigures.ICC));
    }

    /** Whether it lies where it lies with people. */
    public static boolean asPeople(Metric amongReaders) {
        return amongReaders.estimate().value() >= LEAST && amongReaders.estimate().value() <= MOST;
    }

    /** What is missing, in sentences. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>(SampleSize.of(studies).stream().toList());
        for (Total total : Total.values()) {
            if (!studies.has(total)) {
                gaps.add("Not every reader has told " + total.label() + " of a study; its figures are missing.");
            }
        }
        if (!studies.hasUnits()) {
            gaps.add("Not every reading tells the scores of units: there are no figures on units, and the consensus is the median"
                    + " of totals.");
        }
        if (studies.again().stream().allMatch(reader -> reader.readings().isEmpty())) {
            gaps.add("Nobody read a study twice: there are no figures on readers with themselves.");
        }
        if (studies.followed().isEmpty()) {
            gaps.add("No patient has two time points: there are no figures on change.");
        }
        if (studies.readers().size() < 2) {
            gaps.add("There is one reader: there are no figures on readers among themselves.");
        }
        return gaps;
    }
}
