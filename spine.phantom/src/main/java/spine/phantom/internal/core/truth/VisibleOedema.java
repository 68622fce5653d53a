package spine.phantom.internal.core.truth;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import spine.api.image.Slice;
import spine.api.score.MarrowContrast;
import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.scan.Scan;

/** Leaves of the inflamed marrow what a reader can tell from healthy marrow by {@link MarrowContrast}. */
public final class VisibleOedema {
    private static final List<Integer> BODIES = List.of(AnatomyClasses.VERTEBRA, AnatomyClasses.C2, AnatomyClasses.S1);

    private VisibleOedema() {
    }

    /** The scan with oedema where it is to be seen. */
    public static Scan of(Scan scan) {
        byte[][] visible = new byte[scan.oedema().length][];
        for (int slice = 0; slice < visible.length; slice++) {
            visible[slice] = mask(scan.stack().slices().get(slice), scan.anatomy()[slice], scan.oedema()[slice]);
        }
        return scan.withOedema(visible);
    }

    private static byte[] mask(Slice image, byte[] anatomy, byte[] oedema) {
        byte[] visible = new byte[oedema.length];
        int[] marked = IntStream.range(0, oedema.length).filter(i -> oedema[i] != 0).toArray();
        if (marked.length == 0) {
            return visible;
        }
        byte[] healthy = new byte[oedema.length];
        for (int i = 0; i < healthy.length; i++) {
            healthy[i] = (byte) (oedema[i] == 0 && BODIES.contains((int) anatomy[i]) ? 1 : 0);
        }
        MarrowContrast contrast = new MarrowContrast(image, healthy);
        int[] patch = Touching.patches(marked, image.columns());
        for (int number = 0; number <= Arrays.stream(patch).max().orElseThrow(); number++) {
            int wanted = number;
            int[] pixels = IntStream.range(0, marked.length).filter(i -> patch[i] == wanted).map(i -> marked[i]).toArray();
            if (contrast.visible(pixels, MarrowContrast.CLEAR)) {
                Arrays.stream(pixels).forEach(pixel -> visible[pixel] = 1);
            }
        }
        return visible;
    }
}
