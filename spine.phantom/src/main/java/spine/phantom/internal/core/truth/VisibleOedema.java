package spine.phantom.internal.core.truth;

import spine.phantom.internal.core.scan.Scan;

/** Removes inflamed marrow that a reader could not distinguish from healthy marrow. */
public final class VisibleOedema {

    private VisibleOedema() {
    }

    /** The scan with those connected components of its oedema mask that are visible. */
    public static Scan of(Scan scan) {
        byte[][] visible = new byte[scan.oedema().length][];
        for (int slice = 0; slice < visible.length; slice++) {
            byte[] oedema = scan.oedema()[slice];
            byte[] mask = new byte[oedema.length];
            new VisiblePatches(scan.stack().slices().get(slice), scan.anatomy()[slice], pixel -> oedema[pixel] == 0)
                    .among(pixel -> oedema[pixel] != 0).forEach(pixel -> mask[pixel] = 1);
            visible[slice] = mask;
        }
        return scan.withOedema(visible);
    }
}
