package spine.evaluate.internal.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import spine.agreement.decision.ConfusionMatrix;
import spine.agreement.mask.MaskOverlap;
import spine.common.csv.CsvText;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.ScoreTotals;
import spine.evaluate.internal.metric.Subgroup;
import spine.evaluate.internal.study.MaskKind;
import spine.evaluate.internal.study.StudyPair;

/** {@code studies.csv}: one line per study, the unevaluated ones last with their reason. */
final class StudiesCsv {
    private final Evaluation evaluation;
    private final List<String> totals;
    private final Map<String, Map<StudyPair, String>> groups = new TreeMap<>();

    StudiesCsv(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.totals = ScoreTotals.names(evaluation.cohort().pairs());
        for (Subgroup group : evaluation.subgroups()) {
            Map<StudyPair, String> members = groups.computeIfAbsent(group.by(), by -> new IdentityHashMap<>());
            group.pairs().forEach(pair -> members.merge(pair, group.name(), (first, next) -> first + "; " + next));
        }
    }

    String csv() {
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS);
        List<Object> header = new ArrayList<>(List.of("study", "status"));
        totals.forEach(total -> header.addAll(List.of(total + "Truth", total + "Predicted")));
        Collections.addAll(header, "levelsExpected", "levelsRight", "levelsMisnamed");
        List.of("units", "images").forEach(kind -> List.of("Tp", "Fp", "Fn", "Tn").forEach(cell -> header.add(kind + cell)));
        Collections.addAll(header, "diceBody", "diceDisc", "diceOedema");
        header.addAll(groups.keySet());
        csv.line(header);
        evaluation.cohort().pairs().forEach(pair -> csv.line(line(pair)));
        evaluation.cohort().unevaluated().forEach(study -> {
            List<Object> line = new ArrayList<>(List.of(study.study(), study.reason()));
            line.addAll(Collections.nCopies(header.size() - line.size(), ""));
            csv.line(line);
        });
        return csv.toString();
    }

    private List<Object> line(StudyPair pair) {
        List<Object> line = new ArrayList<>(List.of(pair.study(), "evaluated"));
        for (String total : totals) {
            line.add(pair.truth().totals().getOrDefault(total, Double.NaN));
            line.add(pair.prediction().totals().getOrDefault(total, Double.NaN));
        }
        Collections.addAll(line, pair.levels().expected(), pair.levels().right(), pair.levels().misnamed());
        line.addAll(counts(pair.unitDecisions()));
        line.addAll(counts(pair.imageDecisions()));
        for (MaskKind tissue : MaskKind.values()) {
            MaskOverlap all = pair.images().stream().map(image -> image.of(tissue)).reduce(MaskOverlap.NONE, MaskOverlap::plus);
            line.add(MetricValue.orNaN(all::dice));
        }
        groups.values().forEach(members -> line.add(members.getOrDefault(pair, "")));
        return line;
    }

    private static List<Long> counts(ConfusionMatrix c) {
        return List.of(c.truePositive(), c.falsePositive(), c.falseNegative(), c.trueNegative());
    }
}
