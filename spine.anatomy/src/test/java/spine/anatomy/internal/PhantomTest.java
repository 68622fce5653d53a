package spine.anatomy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.Vertebra;
import spine.api.image.ClassProbabilities;
import spine.api.image.LabelMap;
import spine.api.image.Study;
import spine.api.model.ModelRole;
import spine.api.training.AnnotatedStack;
import spine.phantom.PhantomCases;

/** The truth of a synthetic patient seen on two stations. */
class PhantomTest {
    private static final long SEED = 61;

    /** Every class with probability 1 where it is. */
    static ClassProbabilities certain(LabelMap truth) {
        byte[][][] maps = new byte[truth.classes().size()][truth.labels().length][];
        for (int c = 0; c < maps.length; c++) {
            for (int s = 0; s < maps[c].length; s++) {
                byte[] labels = truth.labels()[s];
                maps[c][s] = new byte[labels.length];
                for (int i = 0; i < labels.length; i++) {
                    maps[c][s][i] = (byte) (labels[i] == c ? 255 : 0);
                }
            }
        }
        return new ClassProbabilities(truth.classes(), maps);
    }

    @Test
    void everyUnitIsNamedOnTheTruth() {
        List<AnnotatedStack> patient = new PhantomCases(1, SEED).patient(0, ModelRole.ANATOMY);
        assertEquals(2, patient.size());
        Study study = new Study("1.2.3", patient.stream().map(AnnotatedStack::stack).toList(), List.of());
        SpineAnatomy anatomy = new ChainLocaliser().locate(study, patient.stream().map(p -> certain(p.truth())).toList());
        for (DiscovertebralUnit unit : anatomy.units()) {
            // its stations share half a vertebra: below it nobody can be sure
            boolean upper = unit.level().compareTo(DiscLevel.of("T8/9")) < 0;
            assertTrue(unit.present() && unit.confidence() >= (upper ? 0.9 : 0.6), unit::toString);
        }
        int[] onItsClass = new int[25];
        int[] painted = new int[25];
        for (int s = 0; s < patient.size(); s++) {
            StackAnatomy stack = anatomy.stacks().get(s);
            for (int slice = 0; slice < stack.structures().length; slice++) {
                for (int i = 0; i < stack.structures()[slice].length; i++) {
                    int code = stack.structures()[slice][i];
                    if (code > 0 && code < painted.length) {
                        String truth = patient.get(s).truth().classes().get(patient.get(s).truth().labels()[slice][i]);
                        String expected = code == 1 ? ModelRole.C2 : code == 24 ? ModelRole.S1 : ModelRole.VERTEBRA;
                        painted[code]++;
                        onItsClass[code] += truth.equals(expected) ? 1 : 0;
                    }
                }
            }
        }
        for (Vertebra level : NumericalVariant.USUAL.vertebrae()) {
            int code = StackAnatomy.bodyCode(level);
            assertTrue(painted[code] > 200 && onItsClass[code] > 0.97 * painted[code],
                    () -> level + ": " + onItsClass[code] + " of " + painted[code]);
        }
    }
}
