package spine.phantom.internal.core.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.BodyGeometry;
import spine.phantom.internal.core.geometry.SpineGeometry;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.scan.VoxelSampling;

/** Places the pixels of masks in the vertebral bodies of a scan, as {@link LesionRasteriser} those of the truth. For one thread. */
public final class MaskRasteriser {
    private final SpineGeometry spine;
    private final Scan scan;
    private final Voxels voxels;
    private final BodyCoordinates point = new BodyCoordinates();

    public MaskRasteriser(SpineGeometry spine, Scan scan, Signal signal) {
        this.spine = spine;
        this.scan = scan;
        this.voxels = new Voxels(scan.grid(), signal);
    }

    /**
     * The pixels on a slice, one entry for each body that has any, head to foot.
     *
     * @param mask not 0 for a pixel to take, row-major; each lies in a body
     */
    public List<LesionPixels> slice(int slice, byte[] mask) {
        Map<Integer, PixelCollection> bodies = new TreeMap<>();
        for (int pixel = 0; pixel < mask.length; pixel++) {
            if (mask[pixel] != 0) {
                int vertebra = scan.level()[slice][pixel];
                add(spine.vertebra(vertebra), slice, pixel, bodies.computeIfAbsent(vertebra, PixelCollection::new));
            }
        }
        List<LesionPixels> found = new ArrayList<>();
        bodies.values().forEach(body -> found.add(body.pixels()));
        return found;
    }

    private void add(BodyGeometry body, int slice, int pixel, PixelCollection found) {
        SlicePlane plane = scan.grid().planes().get(slice);
        int row = pixel / scan.grid().columns();
        int column = pixel % scan.grid().columns();
        double fromUpper = 0;
        double fromLower = 0;
        for (int i = 0; i < VoxelSampling.FINE; i++) {
            locate(body, voxels.sample(plane, row, column, i));
            if (point.inside) {
                fromUpper = Math.max(fromUpper, point.fromUpper);
                fromLower = Math.max(fromLower, point.fromLower);
            }
        }
        locate(body, plane.toPatient(column, row).minus(scan.grid().moved()));
        found.add(pixel, fromUpper, fromLower, point.cranial > 0, point.anterior > 0, voxels.signal(plane, row, column));
    }

    private void locate(BodyGeometry body, Vec3 place) {
        body.locate(place.x(), place.y(), place.z(), point);
    }
}
