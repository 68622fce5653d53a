package spine.runtime.internal.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.tck.SampleSpine;

class StudyContractTest {
    private static final Study STUDY = SampleSpine.whole().input().study();
    private static final SliceStack STACK = STUDY.stacks().get(0);
    private static final Slice IMAGE = STACK.slices().get(1);

    @Test
    void aStudyIsRight() {
        assertDoesNotThrow(() -> check(STUDY));
    }

    @Test
    void itIsTheStudyThatWasFound() {
        assertEquals("it is study 9.9", fault(new Study("9.9", STUDY.stacks(), List.of())));
    }

    @Test
    void aPixelThatIsNotFiniteIsFound() {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            float[] pixels = IMAGE.pixels().clone();
            pixels[pixels.length - 1] = value;
            assertEquals("image " + IMAGE.sopInstanceUid() + " has a pixel that is not finite", fault(with(IMAGE.plane(), pixels)));
        }
    }

    @Test
    void imagesLieWhereImagesCanLie() {
        SlicePlane plane = IMAGE.plane();
        String name = "image " + IMAGE.sopInstanceUid();
        assertEquals(name + " has a position or pixel spacing that is not finite", fault(with(new SlicePlane(new Vec3(Double.NaN, 0, 0),
                plane.alongRow(), plane.alongColumn(), 1, 1), IMAGE.pixels())));
        assertEquals("rows and columns of " + name + " are not perpendicular directions of length 1",
                fault(with(new SlicePlane(plane.origin(),
                plane.alongRow(), plane.alongRow(), 1, 1), IMAGE.pixels())));
        Slice first = STACK.slices().get(0);
        List<Slice> reversed = new ArrayList<>(STACK.slices());
        reversed.set(0, IMAGE);
        reversed.set(1, first);
        assertEquals(true, fault(study(reversed)).endsWith("the images of a stack must be in the order of their positions"));
        assertEquals("two of its images have the same SOP Instance UID", fault(study(List.of(first, first))));
    }

    private static Study with(SlicePlane plane, float[] pixels) {
        List<Slice> slices = new ArrayList<>(STACK.slices());
        slices.set(1, new Slice(IMAGE.sopInstanceUid(), IMAGE.sopClassUid(), plane, IMAGE.rows(), IMAGE.columns(), pixels, IMAGE.source()));
        return study(slices);
    }

    private static Study study(List<Slice> slices) {
        return new Study(STUDY.studyInstanceUid(), List.of(new SliceStack(STACK.seriesInstanceUid(), "", "", STACK.acquisition(), slices)),
                List.of());
    }

    private static void check(Study study) throws BrokenContractException {
        new StudyContract(STUDY.studyInstanceUid()).check(study);
    }

    private static String fault(Study study) {
        return assertThrows(BrokenContractException.class, () -> check(study)).getMessage();
    }
}
