package spine.report.internal.csv;

import java.util.List;
import java.util.Locale;
import spine.api.anatomy.DiscLevel;
import spine.api.report.LesionFinding;
import spine.api.report.ScoringResult;
import spine.common.csv.CsvText;

/**
 * The lines of {@code lesions.csv}: a header and one line per candidate lesion, whether it counts or not; units are separated by
 * blanks.
 */
final class LesionsCsv {
    private static final int DECIMALS = 4;

    private LesionsCsv() {
    }

    static String of(ScoringResult result) {
        CsvText csv = new CsvText(DECIMALS).line(List.of("study", "id", "stack", "vertebra", "site", "half", "wall", "side", "units",
                "slices", "areaMm2", "volumeMm3", "contrast", "endplateMm", "probability", "counts", "reason"));
        result.findings().forEach(finding -> csv.line(line(result, finding)));
        return csv.toString();
    }

    private static List<Object> line(ScoringResult result, LesionFinding finding) {
        return List.of(result.study().studyInstanceUid(), finding.id(), finding.stack() + 1, finding.vertebra().name(),
                word(finding.place().site()), word(finding.place().half()), word(finding.place().wall()), word(finding.place().side()),
                String.join(" ", finding.units().stream().map(DiscLevel::label).toList()), finding.slices().size(),
                rounded(finding.areaMm2(), 10), rounded(finding.volumeMm3(), 10), rounded(finding.contrast(), 1000),
                rounded(finding.endplateMm(), 10), finding.probability(), finding.counts(), finding.reason());
    }

    private static double rounded(double value, double steps) {
        return Double.isNaN(value) ? value : Math.round(value * steps) / steps;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
