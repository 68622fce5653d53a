package spine.phantom.internal.shift.receive;

import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.random.NormalDeviates;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.shift.raster.RasterisedSlice;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.tissue.SignalModel;

/** Turns a painting into the picture a scanner shows: failing fat suppression, coils, noise, k-space, folding, vendor's evening out. */
public final class ReceiveChain {
    private static final int STEPS = 128;
    /** Below this share of inverted magnetisation nothing is asked for. */
    private static final double LEAST = 0.4;

    private final Grid grid;
    private final int margin;
    private final CoilSensitivity coils;
    private final InversionEfficiency inversion;
    private final KSpace kspace;
    private final ThermalNoise noise;
    private final Aliasing folding;
    private final Stitching patchwork;
    private final SeededRandom random;
    private final float[] fatByInversion = new float[STEPS + 1];
    private final double waterLoss;
    private final double evened;
    private final double phaseX;
    private final double phaseY;

    /**
     * @param margin rows that are painted above and below the image and may fold into it
     * @param look decides what all stations of a series share
     * @param random decides what they do not
     */
    public ReceiveChain(Spine spine, Grid grid, int margin, Aliasing folding, SignalModel pools, boolean inverted, boolean composed, SeededRandom look,
            SeededRandom random) {
        this.grid = grid;
        this.margin = margin;
        this.folding = folding;
        this.random = random;
        coils = new CoilSensitivity(spine, grid, margin, look.child("coils"));
        inversion = new InversionEfficiency(spine, look.child("inversion"));
        kspace = new KSpace(grid.rows(), grid.columns(), grid.planes().get(0).rowSpacing(), look.child("k-space"));
        noise = new ThermalNoise(look.child("noise"));
        patchwork = new Stitching(grid.rows(), composed, look.child("patchwork"));
        for (int i = 0; i <= STEPS; i++) {
            fatByInversion[i] = (float) pools.fatSignal(inverted ? LEAST + (1.02 - LEAST) * i / STEPS : 1);
        }
        waterLoss = inverted ? 0.9 : 0;
        SeededRandom draw = look.child("receiver");
        evened = draw.chance(0.6) ? draw.uniform(0.6, 1) : draw.uniform(0, 0.3);
        phaseX = draw.uniform(-2.5, 2.5);
        phaseY = draw.uniform(-2.5, 2.5);
    }

    /** Magnitude by pixel, still fluid at the spine being about 1. */
    public float[] picture(RasterisedSlice painting, int slice) {
        int rows = grid.rows();
        int columns = grid.columns();
        float[] signal = new float[painting.water.length];
        expose(painting, signal, slice);
        float[] real = new float[rows * columns];
        float[] imaginary = new float[rows * columns];
        float[] pulse = new float[rows * columns];
        double share = Math.sqrt(kspace.kept());
        NormalDeviates normal = ThermalNoise.source(random, slice);
        double[][] turning = turning(columns);
        for (int r = 0; r < rows; r++) {
            double height = r / (double) rows - 0.5;
            double rowCos = StrictMath.cos(phaseY * height * height);
            double rowSin = StrictMath.sin(phaseY * height * height);
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                int wide = i + margin * columns;
                double cos = turning[0][c] * rowCos - turning[1][c] * rowSin;
                double sin = turning[0][c] * rowSin + turning[1][c] * rowCos;
                double deviation = noise.at(kspace.headFoot() ? r / (double) rows : c / (double) columns) / share;
                real[i] = (float) (signal[wide] * cos + deviation * normal.next());
                imaginary[i] = (float) (signal[wide] * sin + deviation * normal.next());
                pulse[i] = (float) (painting.pulse[wide] * coils.at(r + margin, c));
            }
        }
        folding.add(signal, real, imaginary, rows, columns, margin);
        kspace.pass(real, imaginary, pulse, rows, columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                double even = 1 / (1 - evened + evened * Math.max(0.15, coils.at(r + margin, c)));
                real[i] = (float) (Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]) * even * patchwork.gain(r));
            }
        }
        return real;
    }

    /** Cosine and sine of the slow phase along a row. */
    private double[][] turning(int columns) {
        double[][] turning = new double[2][columns];
        for (int c = 0; c < columns; c++) {
            turning[0][c] = StrictMath.cos(phaseX * (c / (double) columns - 0.5));
            turning[1][c] = StrictMath.sin(phaseX * (c / (double) columns - 0.5));
        }
        return turning;
    }

    /** What the coils see of the painting, margins included. */
    private void expose(RasterisedSlice painting, float[] signal, int slice) {
        SlicePlane plane = grid.planes().get(slice);
        double[] turned = new double[painting.columns / 8 + 2];
        for (int r = 0; r < painting.rows; r++) {
            for (int k = 0; k < turned.length && r % 8 == 0; k++) {
                Vec3 p = plane.toPatient(8 * k, r - margin);
                turned[k] = inversion.at(p);
            }
            for (int c = 0; c < painting.columns; c++) {
                int i = r * painting.columns + c;
                if (painting.water[i] == 0 && painting.fat[i] == 0) {
                    continue;
                }
                double t = (c & 7) / 8.0;
                double share = turned[c >> 3] * (1 - t) + turned[(c >> 3) + 1] * t;
                double water = painting.water[i] * (1 - waterLoss * (1 - share));
                signal[i] = (float) ((water + painting.fat[i] * fat(share)) * coils.at(r, c));
            }
        }
    }

    private double fat(double inverted) {
        double at = Math.max(0, Math.min(STEPS - 0.001, (inverted - LEAST) / (1.02 - LEAST) * STEPS));
        int i = (int) at;
        return fatByInversion[i] + (fatByInversion[i + 1] - fatByInversion[i]) * (at - i);
    }
}
