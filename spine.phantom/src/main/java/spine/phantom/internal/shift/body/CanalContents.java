package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.spine.SpinalCanal;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Contents of the spinal canal: dural sac with CSF, cord and single nerve root filaments, epidural fat and veins. Immutable. */
final class CanalContents {
    private static final int FILAMENTS = 18;
    private final SpinalCanal canal;
    private final RandomFields fields;
    private final double jets;
    private final double[] across = new double[FILAMENTS];
    private final double[] high = new double[FILAMENTS];
    private final double[] wave = new double[FILAMENTS];
    private final double[] thick = new double[FILAMENTS];

    CanalContents(SpinalCanal canal, RandomFields fields, SeededRandom random) {
        this.canal = canal;
        this.fields = fields;
        jets = random.chance(0.75) ? random.uniform(0.15, 0.6) : 0;
        double layered = random.uniform(0.1, 0.8);
        for (int i = 0; i < FILAMENTS; i++) {
            across[i] = random.uniform(-0.8, 0.8);
            high[i] = layered * 0.7 + random.uniform(-0.5, 0.45) * (1.2 - layered);
            wave[i] = random.uniform(0, 6.28);
            thick[i] = random.uniform(0.6, 1.15);
        }
    }

    /**
     * Fills {@code sample} if the point lies in the bony canal.
     *
     * @param level C2 = 0
     * @param left distance to the left of the centreline, mm
     * @param behind distance behind the posterior wall, mm
     * @return whether it does
     */
    boolean sample(double level, double left, double behind, TissueSample sample) {
        double depth = canal.depth(level);
        double width = canal.sacWidth(level) + 2.2;
        double b = behind / depth;
        if (b < -0.1 || b > 1) {
            return false;
        }
        double roof = level > 16 ? 1 - 0.45 * Math.max(0, b - 0.35) : 1;
        double bow = 2 * b - 1;
        if (Math.abs(left) > width * roof * Math.sqrt(Math.max(0, 1 - bow * bow * bow * bow)) && b > 0.02) {
            return false;
        }
        double sacDepth = canal.sacDepth(level);
        double sacWidth = canal.sacWidth(level);
        double d = behind - canal.frontGap(level) - sacDepth;
        double rd = d / sacDepth;
        double rl = left / (sacWidth * (level > 17 && rd > 0 ? 1 - 0.3 * rd : 1));
        double r = rd * rd + rl * rl;
        if (r < 1 && sacDepth > 0.7) {
            sac(level, left, d, rd, r, sample);
        } else if (r < 1.16) {
            sample.tissue = Tissue.LIGAMENT;
        } else if (d < 0 && Math.abs(left) > 2.5 && fields.smooth().at(left / 2.5, d / 1.6, level * 9) > 0.2) {
            sample.tissue = Tissue.VEIN;
        } else {
            sample.tissue = Tissue.FAT;
        }
        return true;
    }

    private void sac(double level, double left, double d, double rd, double r, TissueSample sample) {
        sample.label = AnatomyClasses.CANAL;
        double depth = canal.cordDepth(level);
        if (depth > 0.5) {
            double cd = (d + canal.cordForward(level)) / depth;
            double cl = left / canal.cordWidth(level);
            double inside = cd * cd + cl * cl;
            if (inside < 1) {
                sample.tissue = Tissue.CORD;
                double grey = Math.abs(cl) < 0.45 && Math.abs(cd) < 0.5 ? 1.08 : 1;
                sample.gain = (Math.abs(cl) < 0.06 && cd < -0.3 ? 1.2 : grey) + 0.02 * fields.fine().at(left, d, level * 8);
                return;
            }
        }
        if (level > canal.conus() - 1.4 && filament(level, left, d)) {
            sample.tissue = Tissue.ROOT;
            return;
        }
        sample.tissue = Tissue.CSF;
        double dorsal = rd > 0 ? 1 : 0.35;
        double stretch = level < 17 ? 1 : 0.3;
        double eddy = Math.max(0, 0.5 + fields.smooth().at(left / 3, d / 3, level * 2.4));
        sample.gain = 1 - Math.min(0.85, jets * dorsal * stretch * eddy) * Math.min(1, 2.5 * (1 - r) + 0.2);
    }

    private boolean filament(double level, double left, double d) {
        double width = canal.sacWidth(level);
        double sac = canal.sacDepth(level);
        double start = canal.conus() - 0.8;
        for (int i = 0; i < FILAMENTS; i++) {
            double exit = start + 1.6 + 0.32 * (FILAMENTS - i);
            if (level > exit) {
                continue;
            }
            double spread = Math.min(1, Math.max(0.25, (level - start) / 1.5));
            double leaving = Math.max(0, 1 - (exit - level) / 1.2);
            double side = across[i] < 0 ? -1 : 1;
            double x = width * 0.85 * (across[i] * spread * (1 - leaving) + side * leaving) + 0.5 * StrictMath.sin(2.3 * level + wave[i]);
            double y = sac * 0.85 * (high[i] * spread - 0.4 * leaving) + 0.4 * StrictMath.cos(1.9 * level + wave[i]);
            double dx = left - x;
            double dy = d - y;
            if (dx * dx + dy * dy < thick[i] * thick[i]) {
                return true;
            }
        }
        return false;
    }
}
