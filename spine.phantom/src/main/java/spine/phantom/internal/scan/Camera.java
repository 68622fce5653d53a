package spine.phantom.internal.scan;

import spine.phantom.internal.random.NormalTable;
import spine.phantom.internal.random.Seeded;
import spine.phantom.internal.random.ValueNoise;
import spine.phantom.internal.spine.Spine;
import spine.phantom.internal.tissue.SignalTable;

/** Turns rendered layers into a magnitude image as a scanner shows it: fat null errors, ghosts, blur, coil, noise, scaling. */
final class Camera {
    private final Grid grid;
    private final Coil coil;
    private final RowProfile profile;
    private final SaturationBand band;
    private final PointSpread spread;
    private final Ghosts ghosts;
    private final ValueNoise field;
    private final Seeded random;
    private final double[] fatByInversion = new double[65];
    private final double ends;
    private final double uneven;
    private final double noise;
    private final double scale;

    /**
     * @param composed whether the image was put together from stations
     * @param look decides what is the same for all stations of a series
     * @param random decides what differs
     */
    Camera(Spine spine, Grid grid, boolean composed, SignalTable signals, Seeded look, Seeded random) {
        this.grid = grid;
        this.random = random;
        profile = new RowProfile(grid.rows(), composed, look.child("rows"));
        band = new SaturationBand(spine, grid, look.child("band"));
        coil = new Coil(grid.rows(), grid.columns(), look.child("coil"));
        spread = new PointSpread(grid.planes().get(0).rowSpacing(), look.child("spread"));
        ghosts = new Ghosts(look.child("ghosts"));
        field = new ValueNoise(random.child("field"));
        Seeded draw = look.child("camera");
        for (int i = 0; i < fatByInversion.length; i++) {
            fatByInversion[i] = signals.fatSignal(0.4 + 0.7 * i / 64);
        }
        ends = draw.chance(0.45) ? draw.uniform(0.05, 0.5) : 0;
        uneven = draw.uniform(0, 0.05);
        noise = 0.35 / StrictMath.exp(draw.uniform(StrictMath.log(9), StrictMath.log(45)));
        scale = StrictMath.exp(draw.uniform(StrictMath.log(250), StrictMath.log(1600)));
    }

    float[] image(Layers layers, int slice) {
        int rows = grid.rows();
        int columns = grid.columns();
        float[] signed = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            double edge = profile.edge(r);
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                if (layers.fat[i] > 0) {
                    double wave = uneven * field.at(r / 90.0, c / 90.0, slice / 8.0);
                    signed[i] = (float) ((layers.water[i] + layers.fat[i] * fat(1 - ends * edge * edge + wave)) * band.kept(c));
                } else {
                    signed[i] = (float) (layers.water[i] * band.kept(c));
                }
            }
        }
        float[] real = spread.apply(signed, rows, columns);
        float[] imaginary = ghosts.of(layers, rows, columns);
        NormalTable normal = new NormalTable(random.child("noise", slice).nextLong());
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                double s = coil.received(r, c);
                double a = real[i] * s + noise * normal.next();
                double b = imaginary[i] * s * band.kept(c) + noise * normal.next();
                real[i] = Math.min(65535, (float) Math.rint(Math.sqrt(a * a + b * b) * coil.correction(r, c) * profile.gain(r) * scale));
            }
        }
        return real;
    }

    private double fat(double inverted) {
        double at = (inverted - 0.4) / 0.7 * 64;
        int i = Math.max(0, Math.min(63, (int) at));
        return fatByInversion[i] + (fatByInversion[i + 1] - fatByInversion[i]) * (at - i);
    }
}
