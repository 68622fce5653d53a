package spine.app.internal.batch;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.ComparisonSummary.TotalChange;
import spine.api.comparison.PatientTimeline.Comparison;
import spine.app.command.Console;

/** What commands say of comparisons with earlier results. */
public final class ComparisonLines {

    private ComparisonLines() {
    }

    /**
     * A line for each, and its warnings.
     *
     * @param subject the study that the line before them is about
     */
    public static void print(List<Comparison> comparisons, String subject, Console console) {
        for (Comparison comparison : comparisons) {
            console.result(of(comparison, subject));
            comparison.summary().warnings().forEach(warning -> console.note("    warning: " + warning));
        }
    }

    private static String of(Comparison comparison, String subject) {
        ComparisonSummary summary = comparison.summary();
        int between = summary.studies().size() - 2;
        int warnings = summary.warnings().size();
        String study = comparison.studyInstanceUid().equals(subject) ? "" : comparison.studyInstanceUid() + " ";
        return "  " + study + "compared with the result of " + comparison.since()
                + (between == 0 ? "" : " (" + between + " more until " + comparison.latest() + ")") + ": "
                + summary.verdict().get(0) + (warnings == 0 ? "" : warnings == 1 ? " 1 warning" : " " + warnings + " warnings") + "  "
                + summary.page();
    }

    public static void add(List<Comparison> comparisons, ObjectNode study) {
        ArrayNode all = study.putArray("comparisons");
        for (Comparison comparison : comparisons) {
            ComparisonSummary summary = comparison.summary();
            ObjectNode one = all.addObject().put("studyInstanceUid", comparison.studyInstanceUid())
                    .put("since", comparison.since().toString()).put("latest", comparison.latest().toString())
                    .put("folder", comparison.folder().toString());
            ArrayNode totals = one.putArray("totals");
            for (TotalChange total : summary.totals()) {
                ObjectNode change = totals.addObject().put("index", total.indexId()).put("total", total.total());
                change.put("first", total.first()).put("last", total.last()).put("change", total.change());
                total.detectable().ifPresent(points -> change.put("smallestDetectableChange", points));
                total.important().ifPresent(points -> change.put("minimalImportantChange", points));
                change.put("verdict", total.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
            summary.verdict().forEach(one.putArray("verdict")::add);
            summary.warnings().forEach(one.putArray("warnings")::add);
        }
    }
}
