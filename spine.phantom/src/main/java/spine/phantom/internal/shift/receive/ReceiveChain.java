package spine.phantom.internal.shift.receive;

import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.random.NormalDeviates;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.shift.prior.ScanPriors;
import spine.phantom.internal.shift.raster.RasterisedSlice;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.tissue.SignalModel;

/**
 * From the signals of a rasterised slice to the magnitude image of a scanner: imperfect inversion, coil sensitivity, noise, aliasing,
 * k-space, intensity normalisation and stitching. Safe for many threads.
 */
public final class ReceiveChain {
    private static final int STEPS = 128;
    /** Least and greatest efficiency of the inversion for which the signal of fat is tabulated. */
    private static final double LEAST = 0.4;
    private static final double MOST = 1.02;

    private final Grid grid;
    private final int margin;
    private final CoilSensitivity coils;
    private final InversionEfficiency efficiency;
    private final KSpace kspace;
    private final ThermalNoise noise;
    private final Aliasing aliasing;
    private final Stitching stitching;
    private final SeededRandom random;
    private final float[] fatByInversion = new float[STEPS + 1];
    private final double waterLoss;
    private final double normalised;
    private final double phaseX;
    private final double phaseY;

    /**
     * @param margin rows above and below the image that the rasterised slices include
     * @param inverted whether the sequence has an inversion pulse
     * @param composed whether the image is composed of several stations
     * @param priors what to draw noise and inversion from
     * @param shared draws what is common to all stations of a series; resolution, noise and normalisation belong to the scanner
     * @param random draws what differs between them
     */
    public ReceiveChain(Spine spine, Grid grid, int margin, Aliasing aliasing, SignalModel signals, boolean inverted, boolean composed,
            ScanPriors priors, SessionRandom shared, SeededRandom random) {
        this.grid = grid;
        this.margin = margin;
        this.aliasing = aliasing;
        this.random = random;
        coils = new CoilSensitivity(spine, grid, margin, shared.passing().child("coils"));
        efficiency = new InversionEfficiency(spine, priors.inversionLoss(), shared.passing().child("inversion"));
        kspace = new KSpace(grid.rows(), grid.columns(), grid.planes().get(0).rowSpacing(), shared.child("k-space"));
        noise = new ThermalNoise(priors.noise(), shared.lasting().child("noise"));
        stitching = new Stitching(grid.rows(), composed, shared.passing().child("patchwork"));
        for (int i = 0; i <= STEPS; i++) {
            fatByInversion[i] = (float) signals.fatSignal(inverted ? LEAST + (MOST - LEAST) * i / STEPS : 1);
        }
        waterLoss = inverted ? 0.9 : 0;
        SeededRandom draw = shared.lasting().child("receiver");
        normalised = draw.chance(0.6) ? draw.uniform(0.6, 1) : draw.uniform(0, 0.3);
        phaseX = draw.uniform(-2.5, 2.5);
        phaseY = draw.uniform(-2.5, 2.5);
    }

    /** Magnitude by pixel, row-major; still CSF at the spine is about 1. */
    public float[] image(RasterisedSlice layers, int slice) {
        int rows = grid.rows();
        int columns = grid.columns();
        float[] signal = new float[layers.water.length];
        receive(layers, signal, slice);
        float[] real = new float[rows * columns];
        float[] imaginary = new float[rows * columns];
        float[] pulse = new float[rows * columns];
        double share = Math.sqrt(kspace.noisePower());
        NormalDeviates normal = ThermalNoise.source(random, slice);
        double[][] phasors = phasors(columns);
        for (int r = 0; r < rows; r++) {
            double height = r / (double) rows - 0.5;
            double rowCos = StrictMath.cos(phaseY * height * height);
            double rowSin = StrictMath.sin(phaseY * height * height);
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                int wide = i + margin * columns;
                double cos = phasors[0][c] * rowCos - phasors[1][c] * rowSin;
                double sin = phasors[0][c] * rowSin + phasors[1][c] * rowCos;
                double deviation = noise.at(kspace.headFoot() ? r / (double) rows : c / (double) columns) / share;
                real[i] = (float) (signal[wide] * cos + deviation * normal.next());
                imaginary[i] = (float) (signal[wide] * sin + deviation * normal.next());
                pulse[i] = (float) (layers.pulse[wide] * coils.at(r + margin, c));
            }
        }
        aliasing.add(signal, real, imaginary, rows, columns, margin);
        kspace.acquire(real, imaginary, pulse, rows, columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                double even = 1 / (1 - normalised + normalised * Math.max(0.15, coils.at(r + margin, c)));
                real[i] = (float) (Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]) * even * stitching.gain(r));
            }
        }
        return real;
    }

    /** Cosine and sine of the slowly varying phase along a row. */
    private double[][] phasors(int columns) {
        double[][] phasors = new double[2][columns];
        for (int c = 0; c < columns; c++) {
            phasors[0][c] = StrictMath.cos(phaseX * (c / (double) columns - 0.5));
            phasors[1][c] = StrictMath.sin(phaseX * (c / (double) columns - 0.5));
        }
        return phasors;
    }

    /** Signal received from the slice, margins included. */
    private void receive(RasterisedSlice layers, float[] signal, int slice) {
        SlicePlane plane = grid.planes().get(slice);
        double[] turned = new double[layers.columns / 8 + 2];
        for (int r = 0; r < layers.rows; r++) {
            for (int k = 0; k < turned.length && r % 8 == 0; k++) {
                Vec3 p = plane.toPatient(8 * k, r - margin);
                turned[k] = efficiency.at(p);
            }
            for (int c = 0; c < layers.columns; c++) {
                int i = r * layers.columns + c;
                if (layers.water[i] == 0 && layers.fat[i] == 0) {
                    continue;
                }
                double t = (c & 7) / 8.0;
                double share = turned[c >> 3] * (1 - t) + turned[(c >> 3) + 1] * t;
                double water = layers.water[i] * (1 - waterLoss * (1 - share));
                signal[i] = (float) ((water + layers.fat[i] * fat(share)) * coils.at(r, c));
            }
        }
    }

    private double fat(double inverted) {
        double at = Math.max(0, Math.min(STEPS - 0.001, (inverted - LEAST) / (MOST - LEAST) * STEPS));
        int i = (int) at;
        return fatByInversion[i] + (fatByInversion[i + 1] - fatByInversion[i]) * (at - i);
    }
}
