package spine.evaluate.internal.figure;

import java.util.List;
import spine.evaluate.internal.stats.Confusion;
import spine.evaluate.internal.study.StudyPair;

/** Whether the reports are there, whether the levels have their names, and what is said of whole patients. */
final class StudyFigures {
    /** A clean spine may be given one false point. */
    private static final double CLEAN_UP_TO = 1;
    /** Score from which a patient counts as inflamed (ABILITY-1). */
    private static final double POSITIVE_FROM = 2;

    private StudyFigures() {
    }

    /** @param truths number of studies that should have a report */
    static Section of(List<StudyPair> pairs, int truths, String total) {
        long clean = pairs.stream().filter(pair -> truth(pair, total) == 0).count();
        long cleanScoredClean = pairs.stream().filter(pair -> truth(pair, total) == 0 && predicted(pair, total) <= CLEAN_UP_TO).count();
        Confusion patients = Confusion.NONE;
        for (StudyPair pair : pairs) {
            patients = patients.with(truth(pair, total) >= POSITIVE_FROM, predicted(pair, total) >= POSITIVE_FROM);
        }
        return new Section("Studies", List.of(
                Figure.count("reports present", pairs.size(), truths),
                Figure.count("studies with all levels named rightly",
                        pairs.stream().filter(pair -> pair.levels().allRight()).count(), pairs.size()),
                Figure.count("levels found under their name", pairs.stream().mapToLong(pair -> pair.levels().right()).sum(),
                        pairs.stream().mapToLong(pair -> pair.levels().expected()).sum()),
                Figure.count("levels under a wrong name", pairs.stream().mapToLong(pair -> pair.levels().misnamed()).sum()),
                Figure.count("studies without lesion scored 0 or 1", cleanScoredClean, clean),
                Figure.share("patient sensitivity (score 2 or more)", patients.sensitivity(), "n = " + patients.total()),
                Figure.share("patient specificity", patients.specificity()),
                Figure.share("patient accuracy", patients.accuracy())));
    }

    private static double truth(StudyPair pair, String total) {
        return pair.truth().totals().getOrDefault(total, 0.0);
    }

    private static double predicted(StudyPair pair, String total) {
        return pair.prediction().totals().getOrDefault(total, 0.0);
    }
}
