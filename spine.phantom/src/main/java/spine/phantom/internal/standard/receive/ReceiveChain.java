package spine.phantom.internal.standard.receive;

import spine.phantom.internal.core.random.NormalDeviates;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.raster.RasterisedSlice;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.tissue.SignalModel;

/** Turns rendered layers into a magnitude image as a scanner shows it: fat null errors, ghosts, blur, coil, noise, scaling. */
public final class ReceiveChain {
    private final Grid grid;
    private final CoilSensitivity coil;
    private final Stitching profile;
    private final InversionEfficiency fatNull;
    private final SaturationBand band;
    private final PointSpreadFunction spread;
    private final MotionGhosts ghosts;
    private final PixelScaling display;
    private final SeededRandom random;
    private final double noise;

    /**
     * @param composed whether the image was put together from stations
     * @param look decides what is the same for all stations of a series
     * @param random decides what differs
     */
    public ReceiveChain(Spine spine, Grid grid, boolean composed, SignalModel signals, SeededRandom look, SeededRandom random) {
        this.grid = grid;
        this.random = random;
        profile = new Stitching(grid.rows(), composed, look.child("rows"));
        fatNull = new InversionEfficiency(grid, profile, signals, look.child("fat"), new ValueNoise(random.child("field")));
        band = new SaturationBand(spine, grid, look.child("band"));
        coil = new CoilSensitivity(grid.rows(), grid.columns(), look.child("coil"));
        spread = new PointSpreadFunction(grid.planes().get(0).rowSpacing(), look.child("spread"));
        ghosts = new MotionGhosts(look.child("ghosts"));
        display = new PixelScaling(look.child("display"));
        noise = 0.35 / StrictMath.exp(look.child("noise").uniform(StrictMath.log(8), StrictMath.log(50)));
    }

    public float[] image(RasterisedSlice layers, int slice) {
        int rows = grid.rows();
        int columns = grid.columns();
        float[] signed = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                double fat = layers.fat[i] > 0 ? layers.fat[i] * fatNull.at(r, c, slice) : 0;
                signed[i] = (float) ((layers.water[i] + fat) * band.kept(c));
            }
        }
        float[] imaginary = ghosts.of(layers, signed, rows, columns);
        float[] real = spread.apply(signed, rows, columns);
        NormalDeviates normal = new NormalDeviates(random.child("noise", slice).nextLong());
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                double s = coil.received(r, c);
                double a = real[i] * s + noise * normal.next();
                double b = imaginary[i] * s * band.kept(c) + noise * normal.next();
                real[i] = display.pixel(Math.sqrt(a * a + b * b) * coil.correction(r, c) * profile.gain(r));
            }
        }
        return real;
    }
}
