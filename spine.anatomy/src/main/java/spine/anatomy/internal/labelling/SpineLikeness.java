package spine.anatomy.internal.labelling;

import spine.anatomy.internal.tracing.BodyEvidence;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.VertebralChain;

/**
 * Whether what was traced can be a spine at all: several bodies in a row, discs between them, and the canal behind them.
 *
 * @param bodies bodies that any stack shows
 * @param discs share of the boundaries between bodies at which a disc was seen, 0..1
 * @param canal share of the bodies at whose height the canal was seen, 0..1
 */
public record SpineLikeness(int bodies, double discs, double canal) {
    /** Fewest bodies that can be named. Origin: real development set. */
    private static final int LEAST_BODIES = 3;
    /** Least share of discs. Origin: real development set. */
    private static final double LEAST_DISCS = 0.5;
    /** Least share of bodies with the canal behind them. Origin: real development set. */
    private static final double LEAST_CANAL = 0.35;
    /** Canal from which it is seen at a body, mm2 of cross-section. Origin: real development set. */
    private static final double LEAST_CANAL_MM2 = 20;
    /** Farthest that canal lies from the middle of a disc, mm. Origin: first version. */
    private static final double REACH_MM = 60;

    public static SpineLikeness of(SpinalColumn column) {
        int bodies = 0;
        int withCanal = 0;
        for (int c = 0; c < column.chains().size(); c++) {
            VertebralChain chain = column.chains().get(c);
            double[] canal = canal(chain);
            for (int b = 0; b < canal.length; b++) {
                BodyEvidence body = chain.bodies().get(b);
                if (body.present()) {
                    bodies++;
                    Boundary boundary = chain.boundaries().get(Math.min(b, canal.length - 2));
                    withCanal += canal[b] * chain.map().voxelVolume() > LEAST_CANAL_MM2 * boundary.pitchMm() ? 1 : 0;
                }
            }
        }
        int boundaries = 0;
        int seen = 0;
        for (int g = 0; g < column.bodies() - 1; g++) {
            if (!column.boundary(g).isEmpty()) {
                boundaries++;
                seen += column.boundary(g).stream().anyMatch(Boundary::seen) ? 1 : 0;
            }
        }
        return new SpineLikeness(bodies, boundaries == 0 ? 0 : (double) seen / boundaries, bodies == 0 ? 0 : (double) withCanal / bodies);
    }

    /** Voxels of the canal beside each body of the chain. */
    private static double[] canal(VertebralChain chain) {
        double[] canal = new double[chain.bodies().size()];
        chain.map().visitCanal((slice, pixel, point) -> {
            int b = 0;
            while (b < chain.boundaries().size() && chain.boundaries().get(b).below(point.x(), point.y(), point.z()) > 0) {
                b++;
            }
            Boundary near = chain.boundaries().get(Math.min(b, chain.boundaries().size() - 1));
            if (near.centre().distance(point) < REACH_MM) {
                canal[b]++;
            }
        });
        return canal;
    }

    /** Bounds well below the least of 34 real lumbar studies: 6 bodies, 0.83 discs, 0.67 canal. */
    public boolean isSpine() {
        return bodies >= LEAST_BODIES && discs >= LEAST_DISCS && canal >= LEAST_CANAL;
    }
}
