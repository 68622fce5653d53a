package spine.phantom.internal.shift.regions;

import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Skull, brain stem, cerebellum and face. Coordinates from the skull base, mm: left, front, up. Immutable. */
final class Head {
    private final RandomFields fields;
    private final double scale;

    Head(RandomFields fields, double scale) {
        this.fields = fields;
        this.scale = scale;
    }

    /** Fills {@code sample} if the point lies in the head; returns whether it does. */
    boolean sample(double left, double front, double up, WorleyNoise.Cell cell, TissueSample sample) {
        double l = left / scale;
        double f = front / scale;
        double u = up / scale;
        double vault = Math.sqrt(sq(l / 70) + sq((f - 16) / 92) + sq((u - 58) / 78));
        if (vault > 1.06) {
            return face(l, f, u, cell, sample);
        }
        if (vault > 1) {
            sample.tissue = vault > 1.045 ? Tissue.SKIN : Tissue.FAT;
            return u > -8 || f < 0 || face(l, f, u, cell, sample);
        }
        if (vault > 0.93) {
            sample.tissue = vault > 0.95 && vault < 0.98 ? Tissue.MARROW : Tissue.CORTEX;
            sample.fat = 0.7;
            if (u < -4 && f > 6) {
                return face(l, f, u, cell, sample);
            }
            return true;
        }
        double base = u - 3 - 0.85 * Math.max(0, f - 10);
        if (base < 0 && f > 6) {
            double slope = -base;
            if (slope < 10 && Math.abs(l) < 20) {
                sample.tissue = slope < 1.2 || slope > 8.8 ? Tissue.CORTEX : Tissue.MARROW;
                sample.fat = 0.6;
                return true;
            }
            return face(l, f, u, cell, sample);
        }
        brain(l, f, u, cell, sample);
        return true;
    }

    private void brain(double l, double f, double u, WorleyNoise.Cell cell, TissueSample sample) {
        double stem = sq((f - 1 - 0.12 * u) / (u > 18 && u < 40 ? 13 : 8)) + sq(l / 13);
        double lobe = sq(l / 46) + sq((f + 34) / 26) + sq((u - 24) / 24);
        if (stem < 1 && u < 60) {
            sample.tissue = Tissue.BRAIN;
        } else if (lobe < 1) {
            double folia = fields.fine().at(l / 8, (f + 34) / 2.4, (u - 24) / 1.8);
            sample.tissue = folia > 1.1 ? Tissue.CSF : Tissue.BRAIN;
        } else if (stem < 1.7 || u < 12 || lobe < 1.12) {
            sample.tissue = Tissue.CSF;
        } else {
            fields.cells().sample(l / 13, f / 13, u / 13, cell);
            sample.tissue = cell.border < 0.07 ? Tissue.CSF : Tissue.BRAIN;
        }
    }

    private boolean face(double l, double f, double u, WorleyNoise.Cell cell, TissueSample sample) {
        double wave = 0.08 * fields.smooth().at(l / 12, f / 12, u / 12);
        double profile = sq(l / 64) + sq((f - 44) / 52) + sq((u + 8) / 66) + wave;
        if (profile > 1 || f < 6) {
            return false;
        }
        if (profile > 0.93) {
            sample.tissue = profile > 0.97 ? Tissue.SKIN : Tissue.FAT;
            return true;
        }
        boolean nose = u > 4 && u < 40 && Math.abs(l) < 17;
        double tongue = sq((f - 58) / 27) + sq((u + 14) / 17) + sq(l / 24);
        if (nose && f > 22) {
            double shell = Math.abs(StrictMath.sin(u / 5.5 + 0.12 * l)) - 0.35;
            sample.tissue = f < 30 || shell < 0 && Math.abs(l) > 1.5 ? Tissue.VOID : Tissue.GLAND;
        } else if (tongue < 1) {
            fields.cells().sample(l / 7, f / 16, u / 5, cell);
            sample.tissue = cell.border < 0.12 ? Tissue.LOOSE : Tissue.MUSCLE;
        } else if (f > 84 && u < -8) {
            sample.tissue = Tissue.MARROW;
            sample.fat = 0.75;
        } else if (f < 30 && f > 22 && Math.abs(l) < 13 && u < 4) {
            sample.tissue = Tissue.VOID;
        } else {
            double kind = fields.smooth().at(l / 7, f / 7, u / 7);
            sample.tissue = kind < -0.25 ? Tissue.FAT : kind < 0.1 ? Tissue.LOOSE : kind > 1.6 ? Tissue.GLAND : Tissue.MUSCLE;
        }
        return true;
    }

    private static double sq(double x) {
        return x * x;
    }
}
