package spine.phantom.internal.core.truth;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import spine.api.image.Slice;
import spine.api.score.MarrowContrast;
import spine.common.raster.ConnectedComponents;
import spine.phantom.internal.core.geometry.AnatomyClasses;

/** Finds the patches of one image that a reader can distinguish from healthy marrow, by {@link MarrowContrast}. */
final class VisiblePatches {
    private static final List<Integer> BODIES = List.of(AnatomyClasses.VERTEBRA, AnatomyClasses.C2, AnatomyClasses.S1);

    private final Slice image;
    private final byte[] anatomy;
    private final IntPredicate healthy;

    /**
     * @param anatomy class of every pixel
     * @param healthy whether a pixel in a body is healthy marrow
     */
    VisiblePatches(Slice image, byte[] anatomy, IntPredicate healthy) {
        this.image = image;
        this.anatomy = anatomy;
        this.healthy = healthy;
    }

    boolean inBody(int pixel) {
        return BODIES.contains((int) anatomy[pixel]);
    }

    /** The pixels of those connected components that are visible. */
    IntStream among(IntPredicate pixels) {
        List<int[]> components = ConnectedComponents.of(image.rows(), image.columns(), pixels).components();
        if (components.isEmpty()) {
            return IntStream.empty();
        }
        byte[] marrow = new byte[anatomy.length];
        for (int i = 0; i < marrow.length; i++) {
            marrow[i] = (byte) (healthy.test(i) && inBody(i) ? 1 : 0);
        }
        MarrowContrast contrast = new MarrowContrast(image, marrow);
        return components.stream().map(component -> Arrays.stream(component).sorted().toArray())
                .filter(component -> contrast.visible(component, MarrowContrast.CLEAR)).flatMapToInt(Arrays::stream);
    }
}
