package spine.anatomy.internal.classmap;

import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/** What a stack shows of the patient. */
public final class FieldOfView {
    private final SliceStack stack;

    public FieldOfView(SliceStack stack) {
        this.stack = stack;
    }

    /** Distance of the point from the nearest image edge, mm; negative outside. */
    public double margin(Vec3 point) {
        SlicePlane plane = stack.plane();
        double column = plane.columnOf(point);
        double row = plane.rowOf(point);
        double across = Math.min(column + 0.5, stack.columns() - 0.5 - column) * plane.columnSpacing();
        double down = Math.min(row + 0.5, stack.rows() - 0.5 - row) * plane.rowSpacing();
        return Math.min(across, down);
    }

    /** Whether the point lies between the outer faces of the first and the last slice. */
    public boolean betweenSlices(Vec3 point) {
        double pitch = stack.sliceSpacing();
        double off = stack.plane().distanceOf(point);
        return off > -pitch / 2 && off < pitch * (stack.slices().size() - 0.5);
    }
}
