package spine.pipeline.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;

class SliceGapsTest {

    @Test
    void aSliceThatIsMissingInTheMiddleIsSeen() {
        assertEquals(Optional.empty(), SliceGaps.in(study(stack(0, 4.4, 8.8, 13.2, 17.6), stack(0, 4, 8.1, 12))));
        assertEquals(Optional.of("1 of the slices is missing, and what they would show is in no total; it was calibrated on studies with"
                + " all of theirs."), SliceGaps.in(study(stack(0, 4, 8, 12), stack(0, 4, 12, 16))));
        assertEquals(Optional.of("3 of the slices are missing, and what they would show is in no total; it was calibrated on studies with"
                + " all of theirs."), SliceGaps.in(study(stack(0, 4, 8, 20, 24), stack(0, 4, 12, 16))));
    }

    @Test
    void everySecondSliceMayBeMissing() {
        assertEquals(Optional.of("the slices lie so far apart that others between them may be missing; it was calibrated on studies with"
                + " all of theirs."), SliceGaps.in(study(stack(0, 8, 16, 24))));
    }

    @Test
    void fewSlicesTellNothing() {
        assertEquals(Optional.empty(), SliceGaps.in(study(stack(0))));
        assertEquals(Optional.empty(), SliceGaps.in(study(stack(0, 0, 4))));
    }

    private static Study study(SliceStack... stacks) {
        return new Study("1.2.3", List.of(stacks), List.of());
    }

    /** Slices of 4 mm at these places. */
    private static SliceStack stack(double... places) {
        List<Slice> slices = new ArrayList<>();
        for (double place : places) {
            SlicePlane plane = new SlicePlane(new Vec3(-place, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
            slices.add(new Slice("1.2." + slices.size(), "1.2.840.10008.5.1.4.1.1.4", plane, 1, 1, new float[1], Optional.empty()));
        }
        return new SliceStack("1.2.3.4", "", "", new Acquisition(4000, 60, 150, 1.5, 4, ""), slices);
    }
}
