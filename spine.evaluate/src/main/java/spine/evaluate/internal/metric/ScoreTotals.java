package spine.evaluate.internal.metric;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import spine.evaluate.internal.study.StudyPair;

/** The totals of the index that truth and reports share. */
public final class ScoreTotals {

    private ScoreTotals() {
    }

    /** Names in the order of the truth; the first is the main one. */
    public static List<String> names(List<StudyPair> pairs) {
        Set<String> names = new LinkedHashSet<>();
        for (StudyPair pair : pairs) {
            pair.truth().totals().keySet().stream().filter(pair.prediction().totals()::containsKey).forEach(names::add);
        }
        return List.copyOf(names);
    }

    /** {@code {truth, prediction}} by study, of studies that have the total on both sides. */
    public static List<double[]> of(List<StudyPair> pairs, String name) {
        return pairs.stream().filter(pair -> pair.truth().totals().containsKey(name) && pair.prediction().totals().containsKey(name))
                .map(pair -> new double[] {pair.truth().total(name), pair.prediction().total(name)}).toList();
    }
}
