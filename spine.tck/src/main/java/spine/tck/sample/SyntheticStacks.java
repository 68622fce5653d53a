package spine.tck.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import spine.api.image.Acquisition;
import spine.api.image.LabelMap;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.training.AnnotatedStack;

/** Small stacks with bright discs on a darker, shaded ground. */
public final class SyntheticStacks {
    private static final Acquisition UNKNOWN = new Acquisition(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "");

    private SyntheticStacks() {
    }

    public static AnnotatedStack discs(long seed, int slices, int rows, int columns, double spacing, List<String> classes) {
        Random random = new Random(seed);
        double row = rows * (0.25 + 0.5 * random.nextDouble());
        double column = columns * (0.25 + 0.5 * random.nextDouble());
        double radius = columns * (0.15 + 0.1 * random.nextDouble());
        List<float[]> planes = new ArrayList<>();
        byte[][] truth = new byte[slices][rows * columns];
        for (int s = 0; s < slices; s++) {
            float[] pixels = new float[rows * columns];
            for (int i = 0; i < pixels.length; i++) {
                double r = i / columns;
                double c = i % columns;
                boolean inside = Math.hypot(r - row, c - column) < radius;
                truth[s][i] = (byte) (inside ? 1 : 0);
                pixels[i] = (float) ((inside ? 300 : 100) * (1 + 0.5 * r / rows) + 10 * random.nextGaussian());
            }
            planes.add(pixels);
        }
        return new AnnotatedStack(stack(planes, rows, columns, spacing), new LabelMap(classes, truth));
    }

    public static SliceStack stack(List<float[]> planes, int rows, int columns, double spacing) {
        List<Slice> slices = new ArrayList<>();
        for (int s = 0; s < planes.size(); s++) {
            // (0,1,0) x (0,0,-1) = (-1,0,0): slices ascend along the normal.
            SlicePlane plane = new SlicePlane(new Vec3(-3.0 * s, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), spacing, spacing);
            slices.add(new Slice("1.2." + s, "1.2.840.10008.5.1.4.1.1.4", plane, rows, columns, planes.get(s), Optional.empty()));
        }
        return new SliceStack("1.2.3", "", "", UNKNOWN, slices);
    }
}
