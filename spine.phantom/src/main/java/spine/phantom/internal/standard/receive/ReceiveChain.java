package spine.phantom.internal.standard.receive;

import spine.phantom.internal.core.random.NormalDeviates;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.raster.RasterisedSlice;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.tissue.SignalModel;

/**
 * From the signals of a rasterised slice to the magnitude image of a scanner: imperfect inversion, saturation band, ghosts, blur, coil
 * sensitivity, noise, stitching and scaling. Safe for many threads.
 */
public final class ReceiveChain {
    private final Grid grid;
    private final CoilSensitivity coil;
    private final Stitching stitching;
    private final InversionEfficiency fatSignal;
    private final SaturationBand band;
    private final PointSpreadFunction pointSpread;
    private final MotionGhosts ghosts;
    private final PixelScaling scaling;
    private final SeededRandom random;
    private final ReceiverNoise noise;

    /**
     * @param composed whether the image is composed of several stations
     * @param shared draws what is common to all stations of a series; resolution and noise belong to the scanner
     * @param random draws what differs between them
     */
    public ReceiveChain(Spine spine, Grid grid, boolean composed, SignalModel signals, SessionRandom shared, SeededRandom random) {
        SeededRandom today = shared.passing();
        this.grid = grid;
        this.random = random;
        stitching = new Stitching(grid.rows(), composed, today.child("rows"));
        fatSignal = new InversionEfficiency(grid, stitching, signals, today.child("fat"), new ValueNoise(random.child("field")));
        band = new SaturationBand(spine, grid, today.child("band"));
        coil = new CoilSensitivity(grid.rows(), grid.columns(), today.child("coil"));
        pointSpread = new PointSpreadFunction(grid.planes().get(0).rowSpacing(), shared.lasting().child("spread"));
        ghosts = new MotionGhosts(today.child("ghosts"));
        scaling = new PixelScaling(today.child("display"));
        noise = new ReceiverNoise(pointSpread, shared.lasting().child("noise"));
    }

    /** The stored pixels of a slice, row-major. */
    public float[] image(RasterisedSlice layers, int slice) {
        int rows = grid.rows();
        int columns = grid.columns();
        float[] signed = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                double fat = layers.fat[i] > 0 ? layers.fat[i] * fatSignal.at(r, c, slice) : 0;
                signed[i] = (float) ((layers.water[i] + fat) * band.kept(c));
            }
        }
        float[] imaginary = ghosts.of(layers, signed, rows, columns);
        float[] real = pointSpread.apply(signed, rows, columns);
        NormalDeviates normal = new NormalDeviates(random.child("noise", slice).nextLong());
        float[] inPhase = noise.image(rows, columns, normal);
        float[] quadrature = noise.image(rows, columns, normal);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                double s = coil.received(r, c);
                double a = real[i] * s + inPhase[i];
                double b = imaginary[i] * s * band.kept(c) + quadrature[i];
                real[i] = scaling.pixel(Math.sqrt(a * a + b * b) * coil.correction(r, c) * stitching.gain(r));
            }
        }
        return real;
    }
}
