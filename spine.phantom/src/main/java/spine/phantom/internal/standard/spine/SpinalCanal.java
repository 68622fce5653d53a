package spine.phantom.internal.standard.spine;

import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;

/**
 * The spinal canal along the centreline, as values at the nodes of {@link Centreline}; all in mm.
 *
 * @param backWall from the centreline back to the posterior wall of bodies and discs
 * @param frontWall from the centreline forward to their front
 * @param halfWidth half width of bodies and discs
 * @param sacCentre from the posterior wall back to the middle of the dural sac
 * @param sacDepth half depth of the sac
 * @param sacWidth half width of the sac
 * @param cordCentre from the middle of the sac to the middle of the cord, positive backwards
 * @param cordDepth half depth of the cord, 0 below the conus
 * @param cordWidth half width of the cord
 * @param boneCentre from the posterior wall back to the middle of the bony canal
 * @param boneDepth half depth of the bony canal
 * @param boneWidth half width of the bony canal
 */
public record SpinalCanal(double[] backWall, double[] frontWall, double[] halfWidth, double[] sacCentre, double[] sacDepth,
        double[] sacWidth, double[] cordCentre, double[] cordDepth, double[] cordWidth, double[] boneCentre, double[] boneDepth,
        double[] boneWidth) {

    private static final double[] CORD_DEPTH = {7.5, 7.4, 7.4, 7.3, 7.1, 6.8, 6.5, 6.3, 6.2, 6.1, 6.1, 6.1, 6.1, 6.2, 6.3, 6.6, 7.0, 7.2,
        5};
    private static final double[] CORD_WIDTH = {12, 12.8, 13.3, 13.4, 12.8, 11.6, 10.2, 9.2, 8.8, 8.6, 8.5, 8.4, 8.4, 8.4, 8.6, 9, 9.4,
        9, 6};

    static SpinalCanal draw(java.util.List<Vertebra> vertebrae, java.util.List<Disc> discs, int nodes, double size, SeededRandom random) {
        double[][] v = new double[12][nodes];
        double roomy = random.normal(1, 0.13) * size;
        double fat = Math.max(0.2, random.normal(1, 0.5));
        double conus = random.normal(18.2, 1);
        double cordScale = random.normal(1, 0.08) * (0.5 + 0.5 * size);
        double end = random.normal(24.6, 0.9);
        double forward = random.uniform(0.1, 0.5);
        for (int n = 0; n < nodes; n++) {
            double level = (n - 2) / 2.0;
            int i = Math.max(0, Math.min(Levels.COUNT - 1, (int) Math.floor(level)));
            Vertebra body = vertebrae.get(i);
            boolean disc = n > 2 && (n % 2) == 1 && i < Levels.COUNT - 1;
            double back = disc ? (body.lowerDepth() + vertebrae.get(i + 1).upperDepth()) / 2 + discs.get(i).bulge() * 0.8
                    : body.halfDepth() * 0.965;
            if (n < 2) {
                back = n == 0 ? 7 : 6.5;
            }
            v[0][n] = back;
            v[1][n] = disc ? (body.lowerDepth() + vertebrae.get(i + 1).upperDepth()) / 2 : n < 2 ? 7 : body.halfDepth();
            v[2][n] = n < 2 ? 8 : body.halfWidth();
            double taper = level > end ? Math.max(0.02, 1 - (level - end) * 1.4) : 1;
            double depth = at(VertebraSizes.SAC_DEPTH, level) / 2 * roomy * taper + (n < 2 ? (2 - n) * 1.6 : 0);
            double narrowed = disc ? discs.get(i).bulge() * 0.45 : 0;
            double front = 1.2 + (level > 21.5 ? (level - 21.5) * 1.9 : 0);
            v[4][n] = Math.max(0.3, depth - narrowed);
            v[3][n] = front + v[4][n];
            v[5][n] = at(VertebraSizes.SAC_WIDTH, level) / 2 * roomy * taper + (n < 2 ? 2 : 0);
            double tail = level <= conus - 1.2 ? 1 : level >= conus ? 0 : Math.sqrt((conus - level) / 1.2);
            v[7][n] = Math.min(at(CORD_DEPTH, level) / 2 * cordScale * tail, v[4][n] * 0.86);
            v[8][n] = Math.min(at(CORD_WIDTH, level) / 2 * cordScale * tail, v[5][n] * 0.86);
            double thoracic = StrictMath.exp(-(level - 11) * (level - 11) / 22.0);
            v[6][n] = (v[4][n] - v[7][n]) * (-thoracic * (0.4 + forward) + (level > 16 ? 0.25 : 0)) * 0.9;
            double behind = fat * (1.2 + 1.6 * thoracic + (level > 17 ? 1.8 : 0));
            v[10][n] = v[4][n] + (front + behind) / 2;
            v[9][n] = v[10][n];
            v[11][n] = v[5][n] + 1.8;
        }
        return new SpinalCanal(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11]);
    }

    private static double at(double[] table, double level) {
        double x = Math.max(0, Math.min(table.length - 1, level));
        int i = Math.min(table.length - 2, (int) x);
        return table[i] + (table[i + 1] - table[i]) * (x - i);
    }
}
