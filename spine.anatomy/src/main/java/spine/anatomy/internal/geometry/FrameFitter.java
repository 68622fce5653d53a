package spine.anatomy.internal.geometry;

import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.Centreline;
import spine.anatomy.internal.tracing.Morphometry;
import spine.anatomy.internal.tracing.VertebralChain;
import spine.api.anatomy.Endplate;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/**
 * Gives a body its frame: starts from the neighbouring boundaries, fits planes to the upper and lower surface of the mask and takes
 * their mean normal as the axis. The upper plane of C2 stands at the base of the dens, a fixed height above the lower one; so does
 * the far plane of a body that the image edge cuts.
 */
public final class FrameFitter {
    /** Rounds of fitting the surfaces in the frame of the round before. Origin: first version. */
    private static final int ROUNDS = 3;
    /** Points on the image edge from which a body may be cut. Origin: first version. */
    private static final int CUT_PIXELS = 4;
    /** Share of the expected height below which such a body is cut. Origin: first version. */
    private static final double CUT_HEIGHT = 0.9;
    /** Share of the expected height below which a body gets no frame. Origin: first version. */
    private static final double LEAST_OF_EXPECTED = 0.35;
    /** Share of the expected width below which slices are missing. Origin: hidden discs. */
    private static final double NARROW = 0.8;
    /** Cosine of the largest turn about the axis, 25 degrees. Origin: hidden discs. */
    private static final double LEAST_FRONT = Math.cos(Math.toRadians(25));
    /** Weight of both surfaces beside the neighbours in the axis. Origin: first version. */
    private static final double SURFACES_WEIGHT = 2;
    /** The same for S1, whose lower surface is not used. Origin: outer slices. */
    private static final double S1_WEIGHT = 0.7;
    /** The same for C2, whose upper surface is not used. Origin: worn endplates. */
    private static final double C2_WEIGHT = 0.25;

    private final VertebralChain chain;
    private final SliceStack stack;
    private final SpinalCanal canal;
    private final double scale;

    public FrameFitter(VertebralChain chain, SpinalCanal canal, double scale) {
        this.chain = chain;
        this.stack = chain.map().stack();
        this.canal = canal;
        this.scale = scale;
    }

    /**
     * @param body index in the chain
     * @return the frame, or null if too little of the body is seen
     */
    public VertebralBody fit(int body, Vertebra level, PointCloud points, double confidence) {
        Boundary above = body > 0 ? chain.boundaries().get(body - 1) : null;
        Boundary below = body < chain.boundaries().size() ? chain.boundaries().get(body) : null;
        double expected = scale * Morphometry.height(Morphometry.reference(level));
        Vec3 origin = points.centroid();
        double arc = chain.line().arcOf(origin.x(), origin.y(), origin.z());
        Vec3 cranial = above == null ? below.down().plus(chain.line().tangentAt(arc)).unit().times(-1)
                : below == null ? above.down().plus(chain.line().tangentAt(arc)).unit().times(-1)
                : above.centre().minus(below.centre()).unit().minus(above.down()).minus(below.down()).unit();
        Vec3 behind = canal.centreAt(arc).orElse(null);
        boolean narrow = sideways(points, origin, cranial) < NARROW * scale * Morphometry.width(Morphometry.reference(level));
        boolean flatTop = level == Vertebra.C2;
        double shown = points.extent(origin, cranial);
        boolean cut = points.onEdge() >= CUT_PIXELS && shown < CUT_HEIGHT * expected;
        boolean cutAbove = cut && above == null;
        boolean cutBelow = cut && below == null;
        if (shown < LEAST_OF_EXPECTED * expected) {
            return null;
        }
        BodySurfaces s = null;
        for (int round = 0; round < ROUNDS; round++) {
            // where slices are missing, the middle of what is left tells nothing: take the canal's for it, and no turn
            Vec3 anterior = narrow ? Centreline.anterior(cranial) : awayFrom(behind, origin, cranial);
            s = new BodySurfaces(points, stack, origin, cranial, anterior, narrow ? behind : null);
            Vec3 up = new Vec3(0, 0, 0);
            up = cutAbove || flatTop ? up : up.plus(s.normal(s.upper));
            up = cutBelow || level == Vertebra.S1 ? up : up.plus(s.normal(s.lower));
            // one surface alone, worn or spurred, says less than the neighbours do; two together say more
            double share = flatTop ? C2_WEIGHT : level == Vertebra.S1 ? S1_WEIGHT : SURFACES_WEIGHT;
            cranial = up.length() == 0 ? cranial : up.unit().times(share).plus(cranial).unit();
        }
        return body(level, s, expected, flatTop || cutAbove, cutBelow, confidence);
    }

    private VertebralBody body(Vertebra level, BodySurfaces s, double expected, boolean fixTop, boolean fixBottom, double confidence) {
        double u = s.middle();
        double w = s.aside();
        double top = s.upper.at(u, w);
        double bottom = s.lower.at(u, w);
        top = fixTop ? bottom + expected : top;
        bottom = fixBottom ? top - expected : bottom;
        Vec3 upNormal = fixTop ? s.cranial : s.normal(s.upper);
        Vec3 downNormal = fixBottom ? s.cranial : s.normal(s.lower);
        Endplate upper = new Endplate(s.point(top, u, w), upNormal);
        Endplate lower = new Endplate(s.point(bottom, u, w), downNormal.times(-1));
        return new VertebralBody(level, s.point((top + bottom) / 2, u, w), s.cranial, s.anterior, upper, lower, top - bottom,
                s.depth(), confidence);
    }

    /** Perpendicular to the axis, away from the canal, if that is roughly the patient's front. */
    private static Vec3 awayFrom(Vec3 canal, Vec3 origin, Vec3 cranial) {
        Vec3 front = Centreline.anterior(cranial);
        if (canal == null) {
            return front;
        }
        Vec3 away = origin.minus(canal);
        Vec3 across = away.minus(cranial.times(away.dot(cranial))).unit();
        return across.dot(front) < LEAST_FRONT ? front : across;
    }

    /** Extent from side to side, one slice pitch included. */
    private double sideways(PointCloud points, Vec3 origin, Vec3 cranial) {
        Vec3 left = cranial.cross(Centreline.anterior(cranial));
        return points.extent(origin, left) * PointCloud.UNTRIMMED + stack.sliceSpacing();
    }
}
