package spine.phantom.internal.core.scan;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;

/**
 * The pixels of one stack in the patient.
 *
 * @param planes one per slice, ascending along the normal
 * @param rows rows of every slice
 * @param columns columns of every slice
 * @param thickness slice thickness, mm
 * @param moved how far the patient had moved when this stack was taken, mm
 */
public record Grid(List<SlicePlane> planes, int rows, int columns, double thickness, Vec3 moved) {

    public Grid {
        planes = List.copyOf(planes);
    }

    /** The stack without its outer slices: {@code count} of them, or all if it has fewer, around one as far as possible. */
    public Grid excerpt(int middle, int count) {
        int kept = Math.min(count, planes.size());
        int first = Math.max(0, Math.min(planes.size() - kept, middle - kept / 2));
        return new Grid(planes.subList(first, first + kept), rows, columns, thickness, moved);
    }

    /** A stack round a centre. @param alongRow and alongColumn unit directions at right angles */
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
