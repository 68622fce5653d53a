package spine.phantom.internal.core.truth;

import java.util.Arrays;
import java.util.List;
import spine.api.image.Slice;
import spine.api.score.MarrowContrast;
import spine.common.raster.ConnectedComponents;
import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.scan.Scan;

/** Removes inflamed marrow that a reader could not distinguish from healthy marrow, by {@link MarrowContrast}. */
public final class VisibleOedema {
    private static final List<Integer> BODIES = List.of(AnatomyClasses.VERTEBRA, AnatomyClasses.C2, AnatomyClasses.S1);

    private VisibleOedema() {
    }

    /** The scan with those connected components of its oedema mask that are visible. */
    public static Scan of(Scan scan) {
        byte[][] visible = new byte[scan.oedema().length][];
        for (int slice = 0; slice < visible.length; slice++) {
            visible[slice] = mask(scan.stack().slices().get(slice), scan.anatomy()[slice], scan.oedema()[slice]);
        }
        return scan.withOedema(visible);
    }

    private static byte[] mask(Slice image, byte[] anatomy, byte[] oedema) {
        byte[] visible = new byte[oedema.length];
        List<int[]> components = ConnectedComponents.of(image.rows(), image.columns(), pixel -> oedema[pixel] != 0).components();
        if (components.isEmpty()) {
            return visible;
        }
        byte[] healthy = new byte[oedema.length];
        for (int i = 0; i < healthy.length; i++) {
            healthy[i] = (byte) (oedema[i] == 0 && BODIES.contains((int) anatomy[i]) ? 1 : 0);
        }
        MarrowContrast contrast = new MarrowContrast(image, healthy);
        for (int[] component : components) {
            int[] pixels = Arrays.stream(component).sorted().toArray();
            if (contrast.visible(pixels, MarrowContrast.CLEAR)) {
                Arrays.stream(pixels).forEach(pixel -> visible[pixel] = 1);
            }
        }
        return visible;
    }
}
