package com.example.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.ClassProbabilities;
import spine.api.model.ModelRole;
import spine.api.score.ScoringInput;
import spine.tck.SampleSpine;

class ThresholdModelTest {
    private static final int CENTRAL = 4;

    @Test
    void aBrightPatchInABodyIsFoundWhereItIs() {
        SampleSpine spine = SampleSpine.whole().oedema(Vertebra.T8, CENTRAL, 8, 16, 0, 8);
        assertEquals(1, dice(spine), 0.1);
    }

    @Test
    void healthyBodiesStayEmpty() {
        assertEquals(0, found(SampleSpine.whole()));
    }

    @Test
    void aStreakOfOnePixelIsNoise() {
        assertEquals(0, found(SampleSpine.whole().oedema(Vertebra.T8, CENTRAL, 8, 9, 4, 6)));
    }

    /** Pixels of bodies that reach the operating point. */
    private static int found(SampleSpine spine) {
        return count(spine.input(), false);
    }

    private static double dice(SampleSpine spine) {
        ScoringInput input = spine.input();
        int outlined = 0;
        for (byte[] slice : input.lesions().get(0).lesion()) {
            for (byte value : slice) {
                outlined += value;
            }
        }
        assertTrue(outlined > 0);
        return 2.0 * count(input, true) / (outlined + count(input, false));
    }

    private static int count(ScoringInput input, boolean onlyTrue) {
        ThresholdModel model = new ThresholdModel();
        ClassProbabilities maps = model.segment(input.study().stacks().get(0), Progress.SILENT, new Cancellation());
        int lesion = maps.indexOf(ModelRole.LESION);
        int count = 0;
        for (int slice = 0; slice < maps.slices(); slice++) {
            byte[] structures = input.anatomy().stacks().get(0).structures()[slice];
            for (int pixel = 0; pixel < structures.length; pixel++) {
                boolean hit = StackAnatomy.isBody(structures[pixel]) && maps.at(lesion, slice, pixel) >= model.card().operatingPoint();
                if (hit && (!onlyTrue || input.lesions().get(0).lesion()[slice][pixel] != 0)) {
                    count++;
                }
            }
        }
        return count;
    }
}
