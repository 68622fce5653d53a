package spine.anatomy.internal.tracing;

import java.util.List;
import spine.anatomy.internal.classmap.TissueClass;
import spine.anatomy.internal.classmap.TissueMap;

/** Which element of a chain every voxel belongs to: element 2k is body k, element 2k + 1 the disc of boundary k. */
final class ElementAssignment {
    /** Element of a voxel that belongs to nothing. */
    static final byte NOTHING = -1;
    /** Longest body at an end of the chain, in pitches. Origin: hidden discs. */
    private static final double LONGEST_END = 1.15;
    /** Longest S1, mm. Origin: first version. */
    private static final double LONGEST_S1_MM = 48;
    /** Distance of a disc's voxels from its plane, in pitches. Origin: first version. */
    private static final double DISC_REACH = 0.42;
    /** The same in heights of the disc. Origin: first version. */
    private static final double DISC_HEIGHTS = 0.8;
    /** Added to that distance, mm. Origin: first version. */
    private static final double DISC_MARGIN_MM = 2.5;

    private final TissueMap map;
    private final StraightenedSpine spine;
    private final Boundary[] boundaries;
    private final DiscExtent extent = new DiscExtent();
    private final byte[] element;

    ElementAssignment(TissueMap map, StraightenedSpine spine, List<Boundary> boundaries) {
        this.map = map;
        this.spine = spine;
        this.boundaries = boundaries.toArray(Boundary[]::new);
        element = new byte[spine.cloud.size()];
        for (int i = 0; i < element.length; i++) {
            measureDisc(i);
        }
        for (int i = 0; i < element.length; i++) {
            element[i] = Float.isNaN(spine.arc[i]) ? NOTHING : assign(i);
        }
    }

    /** @param voxel index in the cloud */
    byte of(int voxel) {
        return element[voxel];
    }

    /** Number of voxels {@code [body][tissue]}. */
    double[][] countBodies() {
        double[][] count = new double[boundaries.length + 1][TissueClass.COUNT];
        for (int i = 0; i < element.length; i++) {
            if (element[i] >= 0 && element[i] % 2 == 0) {
                count[element[i] / 2][spine.cloud.tissue(i)]++;
            }
        }
        return count;
    }

    private void measureDisc(int i) {
        if (spine.cloud.tissue(i) == TissueClass.DISC && !Float.isNaN(spine.arc[i])) {
            double x = spine.cloud.x(i);
            double y = spine.cloud.y(i);
            double z = spine.cloud.z(i);
            int k = nearerDisc(bodyAt(x, y, z, spine.arc[i]), x, y, z);
            double below = boundaries[k].below(x, y, z);
            if (Math.abs(below) <= reach(k)) {
                extent.add(k, spine.cloud.slice(i), spine.front[i], below);
            }
        }
    }

    private byte assign(int i) {
        double x = spine.cloud.x(i);
        double y = spine.cloud.y(i);
        double z = spine.cloud.z(i);
        byte tissue = spine.cloud.tissue(i);
        int n = boundaries.length;
        int b = bodyAt(x, y, z, spine.arc[i]);
        if (tissue == TissueClass.DISC) {
            return disc(i, b, x, y, z);
        }
        if (tissue == TissueClass.SACRUM && (map.knowsS1() || b < n)) {
            return NOTHING;
        }
        if (b > 0 && boundaries[b - 1].below(x, y, z) < boundaries[b - 1].gapMm() / 2
                || b < n && -boundaries[b].below(x, y, z) < boundaries[b].gapMm() / 2) {
            return NOTHING;
        }
        if (b == 0 && tissue != TissueClass.C2 && -boundaries[0].below(x, y, z) > LONGEST_END * boundaries[0].pitchMm()) {
            return NOTHING;
        }
        if (b == n) {
            double down = boundaries[n - 1].below(x, y, z);
            double limit = tissue == TissueClass.S1 ? LONGEST_S1_MM : LONGEST_END * boundaries[n - 1].pitchMm();
            if (down > limit) {
                return NOTHING;
            }
        }
        return (byte) (2 * b);
    }

    /** The nearer disc of body b, if it is near enough; body b where discs do not reach. */
    private byte disc(int i, int b, double x, double y, double z) {
        int k = nearerDisc(b, x, y, z);
        double below = boundaries[k].below(x, y, z);
        if (extent.exceeds(k, spine.front[i], below)) {
            return (byte) (2 * b);
        }
        return Math.abs(below) <= reach(k) ? (byte) (2 * k + 1) : NOTHING;
    }

    /** The nearer disc of body b. */
    private int nearerDisc(int b, double x, double y, double z) {
        double above = b > 0 ? boundaries[b - 1].below(x, y, z) : Double.MAX_VALUE;
        double below = b < boundaries.length ? -boundaries[b].below(x, y, z) : Double.MAX_VALUE;
        return above < below ? b - 1 : b;
    }

    /** How far from its plane tissue belongs to the disc at most, mm. */
    private double reach(int k) {
        Boundary disc = boundaries[k];
        return disc.seen() ? Math.min(DISC_REACH * disc.pitchMm(), DISC_HEIGHTS * disc.heightMm() + DISC_MARGIN_MM) : 0;
    }

    /** Number of boundaries that have the point on their lower side: the index of the body the point may belong to. */
    private int bodyAt(double x, double y, double z, double arc) {
        int b = 0;
        while (b < boundaries.length && boundaries[b].arc() < arc) {
            b++;
        }
        while (b > 0 && boundaries[b - 1].below(x, y, z) < 0) {
            b--;
        }
        while (b < boundaries.length && boundaries[b].below(x, y, z) > 0) {
            b++;
        }
        return b;
    }
}
