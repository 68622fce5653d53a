package spine.report.internal.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoreInterval;
import spine.api.score.ScoreIntervals;
import spine.common.csv.CsvText;

/** The lines of {@code totals.csv}: a header, the same for all indices, and one line per index and total. */
final class TotalsCsv {
    private static final int DECIMALS = 2;

    private TotalsCsv() {
    }

    static String of(ScoringResult result) {
        CsvText csv = new CsvText(DECIMALS).line("study", "index", "indexVersion", "total", "value", "lower", "upper", "coverage",
                "highest", "unitsInView", "unitsOfSpine");
        result.scores().forEach(score -> score.totals().keySet().forEach(name -> csv.line(line(result, score, name))));
        return csv.toString();
    }

    private static List<Object> line(ScoringResult result, Score score, String name) {
        Optional<ScoreIntervals> intervals = result.intervals(score);
        Optional<ScoreInterval> interval = intervals.map(of -> of.totals().get(name));
        List<Object> fields = new ArrayList<>(List.of(result.study().studyInstanceUid(), score.indexId(), score.indexVersion(), name,
                score.totals().get(name)));
        fields.add(interval.map(ScoreInterval::lower).orElse(Double.NaN));
        fields.add(interval.map(ScoreInterval::upper).orElse(Double.NaN));
        fields.add(interval.isPresent() ? intervals.get().coverage() : Double.NaN);
        fields.add(score.maxima().getOrDefault(name, Double.NaN));
        boolean spine = result.anatomy().noSpine().isEmpty();
        fields.add(spine ? score.unitsInView() : "");
        fields.add(spine ? result.anatomy().variant().units().size() : "");
        return fields;
    }
}
