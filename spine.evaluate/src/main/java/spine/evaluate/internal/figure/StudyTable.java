package spine.evaluate.internal.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import spine.evaluate.internal.stats.Confusion;
import spine.evaluate.internal.study.ImagePair;
import spine.evaluate.internal.study.Overlap;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.Tissue;

/** One line of figures per study, as CSV; a Dice of a structure that neither side shows is empty. */
final class StudyTable {

    private StudyTable() {
    }

    static String csv(List<StudyPair> pairs) {
        Set<String> totals = new LinkedHashSet<>();
        pairs.forEach(pair -> totals.addAll(pair.truth().totals().keySet()));
        StringBuilder csv = new StringBuilder("study");
        totals.forEach(total -> csv.append(',').append(total).append("Truth,").append(total).append("Predicted"));
        csv.append(",levelsExpected,levelsRight,levelsMisnamed,unitsTp,unitsFp,unitsFn,unitsTn,imagesTp,imagesFp,imagesFn,imagesTn"
                + ",diceBody,diceDisc,diceOedema\n");
        pairs.forEach(pair -> csv.append(String.join(",", line(pair, totals))).append('\n'));
        return csv.toString();
    }

    private static List<String> line(StudyPair pair, Set<String> totals) {
        List<String> fields = new ArrayList<>(List.of(pair.truth().studyInstanceUid()));
        for (String total : totals) {
            fields.add(number(pair.truth().totals().getOrDefault(total, Double.NaN)));
            fields.add(number(pair.prediction().totals().getOrDefault(total, Double.NaN)));
        }
        fields.add(Integer.toString(pair.levels().expected()));
        fields.add(Integer.toString(pair.levels().right()));
        fields.add(Integer.toString(pair.levels().misnamed()));
        fields.addAll(counts(pair.unitDecisions()));
        fields.addAll(counts(pair.imageDecisions()));
        for (Tissue tissue : Tissue.values()) {
            Overlap pooled = new Overlap(0, 0, 0);
            for (ImagePair image : pair.images()) {
                pooled = pooled.plus(image.of(tissue));
            }
            fields.add(number(pooled.dice()));
        }
        return fields;
    }

    private static List<String> counts(Confusion c) {
        return List.of(Long.toString(c.truePositive()), Long.toString(c.falsePositive()), Long.toString(c.falseNegative()),
                Long.toString(c.trueNegative()));
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() : "";
    }
}
