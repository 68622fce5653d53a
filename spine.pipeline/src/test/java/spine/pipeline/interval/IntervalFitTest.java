package spine.pipeline.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.score.Score;
import spine.api.score.ScoreIntervals;

class IntervalFitTest {
    private static final String WEIGHTS = "5".repeat(64);
    private final Random random = new Random(11);

    @Test
    void newStudiesAreCoveredAsOftenAsStated() {
        IntervalRule rule = new IntervalFit("sparcc", 0.9).of(studies(400), WEIGHTS, "drawn studies");
        long covered = 0;
        List<CalibrationStudy> fresh = studies(2000);
        for (CalibrationStudy study : fresh) {
            covered += intervals(rule, study).totals().get("total23").contains(study.truth().get("total23")) ? 1 : 0;
        }
        double coverage = (double) covered / fresh.size();
        assertTrue(coverage > 0.87 && coverage < 0.95, "coverage " + coverage);
    }

    @Test
    void aStudyUnlikeTheCalibratedOnesGetsASentence() {
        IntervalRule rule = new IntervalFit("sparcc", 0.9).of(studies(400), WEIGHTS, "drawn studies");
        ScoreIntervals noisy = intervals(rule, new CalibrationStudy(Map.of(), Map.of("total23", 3.0), Map.of("total23", 9.0), traits(0.9)));
        assertEquals("No interval: the noise of the marrow (0.900) is unlike that of the studies it was calibrated on (0.200 to 0.200).",
                noisy.withheld());
        assertTrue(noisy.totals().isEmpty());
    }

    @Test
    void anotherAnatomyModelWithholdsTheInterval() {
        IntervalRule rule = new IntervalFit("sparcc", 0.9).of(studies(100), "0".repeat(64), "drawn studies");
        assertTrue(intervals(rule, studies(1).get(0)).withheld().startsWith("No interval: it was calibrated with another anatomy model"));
    }

    @Test
    void tooFewStudiesAreRefused() {
        IntervalFit fit = new IntervalFit("sparcc", 0.9);
        List<CalibrationStudy> few = studies(8);
        assertThrows(IllegalArgumentException.class, () -> fit.of(few, WEIGHTS, "drawn studies"));
        assertThrows(IllegalArgumentException.class, () -> fit.of(List.of(), WEIGHTS, "none"));
    }

    private ScoreIntervals intervals(IntervalRule rule, CalibrationStudy study) {
        ModelCard anatomy = new ModelCard("test.anatomy", "1.0.0", ModelRole.ANATOMY, ModelRole.ANATOMY_CLASSES, Map.of(), 0.5,
                "drawn studies",
                Map.of(), "tests", WEIGHTS);
        return new TotalIntervals(rule).of(anatomy, score(study.strict()), score(study.strict()), score(study.lenient()), study.traits());
    }

    private static Score score(Map<String, Double> totals) {
        return new Score("sparcc", "1.0.0", totals, List.of(), List.of(), List.of());
    }

    private List<CalibrationStudy> studies(int count) {
        List<CalibrationStudy> studies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double truth = random.nextInt(60);
            double strict = Math.max(0, Math.rint(truth + 4 * random.nextGaussian() - 2));
            double lenient = strict + random.nextInt(8);
            studies.add(new CalibrationStudy(Map.of("total23", truth), Map.of("total23", strict), Map.of("total23", lenient),
                    traits(0.2)));
        }
        return studies;
    }

    private static Map<StudyTrait, Double> traits(double roughness) {
        Map<StudyTrait, Double> traits = new EnumMap<>(StudyTrait.class);
        for (StudyTrait trait : StudyTrait.values()) {
            traits.put(trait, 1.0);
        }
        traits.put(StudyTrait.ROUGHNESS, roughness);
        return traits;
    }
}
