package spine.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import spine.api.anatomy.Vertebra;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/** A stack with a name; among them what no scanner makes but some file holds. */
record SampleStack(String name, SliceStack stack) {

    static Stream<SampleStack> all() {
        float[] flat = new float[64 * 48];
        float[] bright = flat.clone();
        bright[1000] = 1e6f;
        float[] noise = new float[33 * 47];
        Random random = new Random(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat() * 1000;
        }
        float[] negative = noise.clone();
        for (int i = 0; i < negative.length; i++) {
            negative[i] -= 500;
        }
        return Stream.of(new SampleStack("a spine", spine()), new SampleStack("a single slice", single()),
                new SampleStack("nothing but zeros", of(64, 48, flat, flat)),
                new SampleStack("one pixel outshines all", of(64, 48, bright, flat, bright)),
                new SampleStack("noise on an odd grid", of(33, 47, noise, noise)),
                new SampleStack("negative values", of(33, 47, negative)),
                new SampleStack("an image of twelve pixels", of(4, 3, Arrays.copyOf(noise, 12))));
    }

    static SliceStack spine() {
        return SampleSpine.of(4, Vertebra.C2, Vertebra.S1).oedema(Vertebra.T8, 1, 10, 16, 0, 8).input().study().stacks().get(0);
    }

    static SliceStack single() {
        return SampleSpine.of(1, Vertebra.C2, Vertebra.S1).input().study().stacks().get(0);
    }

    private static SliceStack of(int rows, int columns, float[]... slices) {
        List<Slice> images = new ArrayList<>();
        for (float[] pixels : slices) {
            SlicePlane plane = new SlicePlane(new Vec3(-4 * images.size(), 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 0.9, 0.9);
            images.add(new Slice("2.25.3." + (images.size() + 1), "1.2.840.10008.5.1.4.1.1.4", plane, rows, columns, pixels,
                    Optional.empty()));
        }
        Acquisition unknown = new Acquisition(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "");
        return new SliceStack("2.25.3", "", "", unknown, images);
    }

    @Override
    public String toString() {
        return name;
    }
}
