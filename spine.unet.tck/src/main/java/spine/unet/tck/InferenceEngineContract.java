package spine.unet.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.unet.engine.InferenceEngine;
import spine.unet.engine.InferenceSession;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetParameters;

/** What every {@link InferenceEngine} must do: extend this class beside the engine. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class InferenceEngineContract {
    /**
     * Of a probability, against double precision. A probability is rounded to a multiple of 1/255 before anything is decided by it, and
     * fifteen convolutions in single precision lose less than a fortieth of that.
     */
    private static final float TOLERANCE = 1e-4f;

    /** The engine; may be the same every time. */
    protected abstract InferenceEngine engine();

    @Test
    final void itDescribesItself() {
        InferenceEngine engine = engine();
        assertFalse(engine.description().name().isBlank());
        assertSame(engine.description(), engine.description());
    }

    @ParameterizedTest
    @CsvSource({"2,1,64,32", "7,1,96,48", "7,2,48,64", "2,1,16,16", "2,3,32,16"})
    final void itAnswersAsTheNetworkIsDescribed(int classes, int images, int rows, int columns) {
        UNetParameters network = RandomParameters.of(new UNetConfiguration(3, 3, classes), 1);
        float[] in = RandomParameters.values(images * rows * columns * 3, 2);
        float[] out = new float[images * rows * columns * classes];
        try (InferenceSession session = engine().open(network, 1)) {
            assertEquals(3, session.inputChannels());
            assertEquals(classes, session.classes());
            // What an earlier run leaves behind must not show.
            session.run(images, rows, columns, RandomParameters.values(in.length, 3), out);
            session.run(images, rows, columns, in, out);
        }
        for (int image = 0; image < images; image++) {
            float[] expected = new ReferenceNetwork(network).run(rows, columns, part(in, image, images));
            assertArrayEquals(expected, part(out, image, images), TOLERANCE);
        }
    }

    private static float[] part(float[] values, int image, int images) {
        float[] part = new float[values.length / images];
        System.arraycopy(values, image * part.length, part, 0, part.length);
        return part;
    }

    @Test
    final void itAnswersTheSameAtAnyTimeOnAnyThread() throws Exception {
        UNetParameters network = RandomParameters.of(new UNetConfiguration(4, 4, 2), 4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (InferenceSession session = engine().open(network, 2)) {
            List<Future<float[]>> answers = new ArrayList<>();
            for (int run = 0; run < 12; run++) {
                // Two shapes in turn, so that what is kept for one is not taken for the other.
                int rows = run % 2 == 0 ? 48 : 32;
                answers.add(threads.submit(() -> {
                    float[] out = new float[rows * 32 * 2];
                    session.run(1, rows, 32, RandomParameters.values(rows * 32 * 4, 5), out);
                    return out;
                }));
            }
            for (int run = 2; run < answers.size(); run++) {
                assertArrayEquals(answers.get(run % 2).get(), answers.get(run).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    final void twoNetworksDoNotDisturbEachOther() {
        float[] in = RandomParameters.values(32 * 32 * 3, 6);
        float[] alone = new float[32 * 32 * 2];
        float[] beside = new float[alone.length];
        float[] other = new float[32 * 32 * 3];
        UNetParameters network = RandomParameters.of(new UNetConfiguration(3, 2, 2), 7);
        try (InferenceSession session = engine().open(network, 1)) {
            session.run(1, 32, 32, in, alone);
        }
        try (InferenceSession second = engine().open(RandomParameters.of(new UNetConfiguration(3, 5, 3), 8), 1);
                InferenceSession session = engine().open(network, 1)) {
            second.run(1, 32, 32, in, other);
            session.run(1, 32, 32, in, beside);
        }
        assertArrayEquals(alone, beside);
    }

    @Test
    final void itRefusesArraysOfAnotherLength() {
        try (InferenceSession session = engine().open(RandomParameters.of(new UNetConfiguration(3, 2, 2), 9), 1)) {
            assertThrows(IllegalArgumentException.class, () -> session.run(1, 16, 16, new float[16 * 16 * 2], new float[16 * 16 * 2]));
            assertThrows(IllegalArgumentException.class, () -> session.run(2, 16, 16, new float[2 * 16 * 16 * 3], new float[16 * 16 * 2]));
            assertThrows(IllegalArgumentException.class, () -> session.run(1, 15, 16, new float[15 * 16 * 3], new float[15 * 16 * 2]));
            session.run(1, 16, 16, new float[16 * 16 * 3], new float[16 * 16 * 2]);
        }
    }

    @Test
    final void aClosedSessionSaysSo() {
        InferenceSession session = engine().open(RandomParameters.of(new UNetConfiguration(3, 2, 2), 10), 1);
        session.run(1, 16, 16, new float[16 * 16 * 3], new float[16 * 16 * 2]);
        session.close();
        session.close();
        assertThrows(IllegalStateException.class, () -> session.run(1, 16, 16, new float[16 * 16 * 3], new float[16 * 16 * 2]));
    }
}
