package spine.phantom.internal.core.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spine.api.image.Slice;
import spine.api.score.MarrowContrast;
import spine.common.raster.ConnectedComponents;
import spine.common.raster.Connectivity;
import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.scan.Scan;

/** Finds what may be taken for a lesion on a rendered scan, and how it looks. */
final class Patches {
    /** Area in a slice, mm2, at which a patch is as conspicuous as its contrast: it grows with the root of the area (Rose 1948). */
    private static final double AREA = 150;

    private final Scan scan;
    private final List<MarrowContrast> marrow;
    private final int area;

    Patches(Scan scan) {
        this.scan = scan;
        this.area = scan.grid().rows() * scan.grid().columns();
        this.marrow = IntStream.range(0, scan.anatomy().length).mapToObj(this::healthy).toList();
    }

    /** All of them: first the lesions, then what resembles them. */
    List<Patch> all() {
        List<Patch> found = new ArrayList<>();
        for (boolean oedema : new boolean[] {true, false}) {
            byte[][] mask = oedema ? scan.oedema() : scan.mimic();
            int[] voxels = IntStream.range(0, mask.length * area)
                    .filter(voxel -> mask[voxel / area][voxel % area] != 0 && inBody(voxel / area, voxel % area)
                            && (oedema || scan.oedema()[voxel / area][voxel % area] == 0)).toArray();
            for (int[] component : ConnectedComponents.of(voxels, scan.grid().rows(), scan.grid().columns(), Connectivity.TWENTY_SIX)) {
                int[] sorted = Arrays.stream(component).sorted().toArray();
                found.add(new Patch(found.size(), sorted, oedema, conspicuity(sorted)));
            }
        }
        return found;
    }

    /** The pixels of a patch by slice. */
    Map<Integer, int[]> slices(Patch patch) {
        return slices(patch.voxels());
    }

    /** The healthy marrow around pixels of a slice; empty if there is too little. */
    Optional<MarrowContrast.Normal> normal(int slice, int[] pixels) {
        return marrow.get(slice).normal(pixels);
    }

    boolean inBody(int slice, int pixel) {
        int anatomy = scan.anatomy()[slice][pixel];
        return (anatomy == AnatomyClasses.VERTEBRA || anatomy == AnatomyClasses.C2 || anatomy == AnatomyClasses.S1)
                && scan.level()[slice][pixel] >= 0;
    }

    private Map<Integer, int[]> slices(int[] voxels) {
        return Arrays.stream(voxels).boxed().collect(Collectors.groupingBy(voxel -> voxel / area, TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), of -> of.stream().mapToInt(voxel -> voxel % area).toArray())));
    }

    private double conspicuity(int[] voxels) {
        double best = 0;
        for (Map.Entry<Integer, int[]> part : slices(voxels).entrySet()) {
            int[] pixels = part.getValue();
            Slice image = scan.stack().slices().get(part.getKey());
            double mean = Arrays.stream(pixels).mapToDouble(pixel -> image.pixels()[pixel]).average().orElseThrow();
            double size = Math.sqrt(pixels.length * image.plane().pixelArea() / AREA);
            best = Math.max(best, normal(part.getKey(), pixels).map(normal -> size * (mean / normal.signal() - 1)).orElse(0.0));
        }
        return best;
    }

    private MarrowContrast healthy(int slice) {
        byte[] healthy = new byte[area];
        for (int pixel = 0; pixel < area; pixel++) {
            healthy[pixel] = (byte) (inBody(slice, pixel) && scan.oedema()[slice][pixel] == 0 && scan.mimic()[slice][pixel] == 0 ? 1 : 0);
        }
        return new MarrowContrast(scan.stack().slices().get(slice), healthy);
    }
}
