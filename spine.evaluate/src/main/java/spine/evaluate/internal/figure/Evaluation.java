package spine.evaluate.internal.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import spine.evaluate.internal.study.StudyPair;

/**
 * All figures of a set of studies.
 *
 * @param pairs studies that have a report
 * @param missing study instance UIDs of those that have none
 * @param sections the figures
 */
public record Evaluation(List<StudyPair> pairs, List<String> missing, List<Section> sections) {

    public static Evaluation of(List<StudyPair> pairs, List<String> missing) {
        Set<String> totals = new LinkedHashSet<>();
        pairs.forEach(pair -> totals.addAll(pair.truth().totals().keySet()));
        List<Section> sections = new ArrayList<>();
        sections.add(StudyFigures.of(pairs, pairs.size() + missing.size(), totals.stream().findFirst().orElse("")));
        for (String total : totals) {
            List<double[]> scores = pairs.stream().filter(pair -> pair.truth().totals().containsKey(total)
                    && pair.prediction().totals().containsKey(total)).map(pair -> new double[] {
                        pair.truth().totals().get(total), pair.prediction().totals().get(total)}).toList();
            sections.add(ScoreFigures.of("Score " + total, scores));
        }
        sections.add(DecisionFigures.images(pairs));
        sections.add(DecisionFigures.units(pairs));
        sections.add(MaskFigures.of(pairs));
        return new Evaluation(List.copyOf(pairs), List.copyOf(missing), List.copyOf(sections));
    }
}
