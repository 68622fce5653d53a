package spine.tck;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.score.LesionMap;
import spine.api.score.ScoringInput;

/** An input with a name; among them what is rare but happens. */
record Sample(String name, ScoringInput input) {

    static final String NOTHING = "no vertebra was found";

    static Stream<Sample> all() {
        return Stream.of(
                new Sample("a healthy spine", SampleSpine.whole().input()),
                new Sample("corners and an endplate", lesions().input()),
                new Sample("two stations", lesions().inTwoStations().input()),
                new Sample("oedema in all bodies", SampleSpine.whole().oedemaEverywhere().input()),
                new Sample("no canal was found", lesions().withoutCanal().input()),
                new Sample("the lumbar spine only", SampleSpine.of(9, Vertebra.L1, Vertebra.S1).oedemaEverywhere().input()),
                new Sample("a thirteenth thoracic vertebra", SampleSpine.of(NumericalVariant.T13).oedemaEverywhere().input()),
                new Sample("no fifth lumbar vertebra", SampleSpine.of(NumericalVariant.NO_L5).oedemaEverywhere().input()),
                new Sample("a single slice", SampleSpine.of(1, Vertebra.C2, Vertebra.S1).oedemaEverywhere().input()),
                new Sample("a body of a unit was not found", lesions().unfound(Vertebra.T6).input()),
                new Sample(NOTHING, nothing()));
    }

    /** Both bodies of T5/6, and bodies at the ends of the regions. */
    private static SampleSpine lesions() {
        SampleSpine spine = SampleSpine.whole();
        for (int slice = 1; slice < 6; slice++) {
            spine.oedema(Vertebra.T5, slice, 11, 16, 0, 6).oedema(Vertebra.T6, slice, 0, 12, 0, 7)
                    .oedema(Vertebra.L5, slice, 12, 16, 8, 12).oedema(Vertebra.C2, slice, 12, 16, 14, 20)
                    .oedema(Vertebra.S1, slice, 0, 3, 0, 4);
        }
        return spine;
    }

    static ScoringInput nothing() {
        return SampleSpine.of(5, Vertebra.C2, Vertebra.C2).unfound(Vertebra.C2).input();
    }

    /** A number that changes when somebody writes to the arrays of the input. */
    static int fingerprint(ScoringInput input) {
        int hash = 1;
        for (SliceStack stack : input.study().stacks()) {
            hash = 31 * hash + fingerprint(stack);
        }
        for (StackAnatomy anatomy : input.anatomy().stacks()) {
            hash = 31 * hash + Arrays.deepHashCode(anatomy.structures());
            hash = 31 * hash + Arrays.deepHashCode(anatomy.canal());
        }
        for (LesionMap lesions : input.lesions()) {
            hash = 31 * hash + Arrays.deepHashCode(lesions.lesion());
        }
        return hash;
    }

    static int fingerprint(SliceStack stack) {
        return Arrays.deepHashCode(stack.slices().stream().map(Slice::pixels).toArray());
    }

    static List<String> imagesOf(SliceStack stack) {
        return stack.slices().stream().map(Slice::sopInstanceUid).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
