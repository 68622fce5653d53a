package spine.runtime.internal.contract;

import static spine.runtime.internal.contract.Promise.require;

import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;

/** What {@link spine.api.image.StudySource} promises of the study that it loads. */
public final class StudyContract {
    /** Direction cosines of a header have few digits. */
    private static final double ROUNDING = 1e-3;
    /** Least part of the normal that points to the left or right, so that a plane is more sagittal than anything else. */
    private static final double SAGITTAL = 0.7;

    private final String uid;

    /** @param uid of the study that was found */
    public StudyContract(String uid) {
        this.uid = uid;
    }

    /** @throws BrokenContractException if this is another study, or one that no image can look like */
    public void check(Study study) throws BrokenContractException {
        require(study.studyInstanceUid().equals(uid), () -> "it is study " + study.studyInstanceUid());
        require(Promise.distinct(study.stacks().stream().flatMap(stack -> stack.slices().stream()).map(Slice::sopInstanceUid).toList()),
                () -> "two of its images have the same SOP Instance UID");
        for (SliceStack stack : study.stacks()) {
            checkStack(stack);
        }
    }

    private static void checkStack(SliceStack stack) throws BrokenContractException {
        SlicePlane plane = stack.plane();
        double last = Double.NEGATIVE_INFINITY;
        for (Slice slice : stack.slices()) {
            checkImage(slice);
            double position = plane.distanceOf(slice.plane().origin());
            double before = last;
            require(position > before, () -> "image " + slice.sopInstanceUid() + " lies at " + position + " mm, behind one at " + before
                    + " mm; the images of a stack must be in the order of their positions");
            last = position;
        }
        require(Math.abs(plane.normal().x()) > SAGITTAL, () -> "series " + stack.seriesInstanceUid() + " is not sagittal: its normal is "
                + plane.normal());
        require(stack.sliceSpacing() > 0 && Double.isFinite(stack.sliceSpacing()), () -> "series " + stack.seriesInstanceUid()
                + " has the slice spacing " + stack.sliceSpacing() + " mm; it must be finite and above 0");
    }

    private static void checkImage(Slice slice) throws BrokenContractException {
        SlicePlane plane = slice.plane();
        String name = "image " + slice.sopInstanceUid();
        require(Promise.finite(plane.origin()) && Double.isFinite(plane.rowSpacing()) && Double.isFinite(plane.columnSpacing()), () -> name
                + " has a position or pixel spacing that is not finite");
        require(Promise.unit(plane.alongRow(), ROUNDING) && Promise.unit(plane.alongColumn(), ROUNDING)
                && Math.abs(plane.alongRow().dot(plane.alongColumn())) < ROUNDING, () -> "rows and columns of " + name
                        + " are not perpendicular directions of length 1");
        require(finite(slice.pixels()), () -> name + " has a pixel that is not finite");
    }

    /** The product with 0 is 0 for every finite number, else NaN, and so is the sum; without a branch for each pixel. */
    private static boolean finite(float[] pixels) {
        float sum = 0;
        for (float pixel : pixels) {
            sum += pixel * 0;
        }
        return sum == 0;
    }
}
