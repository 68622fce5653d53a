package spine.phantom.internal.core.scan;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;

/**
 * Where the voxels of one stack lie in the patient.
 *
 * @param planes one per slice, ascending along the normal
 * @param rows rows of every slice
 * @param columns columns of every slice
 * @param thickness slice thickness, mm
 * @param moved displacement of the patient when this stack was acquired, mm
 */
public record Grid(List<SlicePlane> planes, int rows, int columns, double thickness, Vec3 moved) {

    public Grid {
        planes = List.copyOf(planes);
    }

    /**
     * The grid of a few neighbouring slices.
     *
     * @param middle index of the slice they are centred on, as far as the stack reaches
     * @param count number of slices; all if the stack has fewer
     */
    public Grid excerpt(int middle, int count) {
        int kept = Math.min(count, planes.size());
        int first = Math.max(0, Math.min(planes.size() - kept, middle - kept / 2));
        return new Grid(planes.subList(first, first + kept), rows, columns, thickness, moved);
    }

    /** The same voxels of the same patient, who lies elsewhere in the scanner. @param by mm */
    public Grid displaced(Vec3 by) {
        if (by.equals(new Vec3(0, 0, 0))) {
            return this;
        }
        List<SlicePlane> there = planes.stream().map(plane -> new SlicePlane(plane.origin().plus(by), plane.alongRow(), plane.alongColumn(),
                plane.columnSpacing(), plane.rowSpacing())).toList();
        return new Grid(there, rows, columns, thickness, moved.plus(by));
    }

    /**
     * A stack around a centre.
     *
     * @param alongRow unit direction
     * @param alongColumn unit direction at a right angle to it
     * @param pixel in-plane pixel, mm
     * @param pitch distance between the centres of neighbouring slices, mm
     */
    public static Grid around(Vec3 centre, Vec3 alongRow, Vec3 alongColumn, int rows, int columns, double pixel, int slices, double pitch,
            double thickness, Vec3 moved) {
        Vec3 normal = alongRow.cross(alongColumn).unit();
        Vec3 corner = centre.minus(alongRow.times((columns - 1) * pixel / 2)).minus(alongColumn.times((rows - 1) * pixel / 2));
        List<SlicePlane> planes = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            planes.add(new SlicePlane(corner.plus(normal.times((i - (slices - 1) / 2.0) * pitch)), alongRow, alongColumn, pixel, pixel));
        }
        return new Grid(planes, rows, columns, thickness, moved);
    }
}
