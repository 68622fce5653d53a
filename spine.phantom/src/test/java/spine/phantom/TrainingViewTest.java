package spine.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spine.api.model.ModelRole;
import spine.api.training.AnnotatedStack;

class TrainingViewTest {
    private static final int SEEDS = 2000;

    @Test
    void anatomyIsMostlySeenInStirAndInEveryOtherView() {
        Map<TrainingView, Integer> counts = new EnumMap<>(TrainingView.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            counts.merge(TrainingView.ofAnatomy(seed), 1, Integer::sum);
        }
        assertTrue(counts.get(TrainingView.STIR) > SEEDS / 2, counts.toString());
        for (TrainingView view : TrainingView.values()) {
            assertTrue(counts.getOrDefault(view, 0) > SEEDS / 30, counts.toString());
        }
    }

    @Test
    void oedemaIsNeverSeenWhereItCannotBe() {
        Map<TrainingView, Integer> counts = new EnumMap<>(TrainingView.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            counts.merge(TrainingView.ofOedema(seed), 1, Integer::sum);
        }
        assertEquals(List.of(TrainingView.STIR, TrainingView.T2), List.copyOf(counts.keySet()));
        assertTrue(counts.get(TrainingView.T2) < SEEDS / 8, counts.toString());
    }

    @Test
    void imagesWithoutASpineHaveNoLabels() {
        long seed = 1;
        while (TrainingView.ofAnatomy(seed) != TrainingView.ELSEWHERE) {
            seed++;
        }
        List<AnnotatedStack> stacks = new PhantomCases(1, seed).patient(0, ModelRole.ANATOMY);
        assertEquals(1, stacks.size());
        for (byte[] slice : stacks.get(0).truth().labels()) {
            for (byte label : slice) {
                assertEquals(0, label);
            }
        }
        float brightest = 0;
        for (float pixel : stacks.get(0).stack().slices().get(2).pixels()) {
            brightest = Math.max(brightest, pixel);
        }
        assertTrue(brightest > 0, "an empty image");
    }
}
