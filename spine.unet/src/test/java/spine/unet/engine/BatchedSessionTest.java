package spine.unet.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchedSessionTest {
    private static final int PIXELS = 16 * 16;
    /** As ND4J 1.0.0-M2.1 says it. */
    private static final String ND4J = "Allocation failed: [[DEVICE] allocation failed; Error code: [2]]";

    private final List<String> ran = new ArrayList<>();
    private int carries = Integer.MAX_VALUE;
    private RuntimeException failure = new IllegalStateException("the op failed", new RuntimeException(ND4J));

    /** One channel, two classes: p and 1 - p of each pixel. */
    private final class Network implements InferenceSession {
        private final String name;

        Network(String name) {
            this.name = name;
        }

        @Override
        public int inputChannels() {
            return 1;
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public void run(int images, int rows, int columns, float[] in, float[] out) {
            ran.add(name + images);
            if (name.equals("device") && images > carries) {
                throw failure;
            }
            assertEquals(images * rows * columns, in.length);
            for (int i = 0; i < in.length; i++) {
                out[2 * i] = in[i];
                out[2 * i + 1] = 1 - in[i];
            }
        }

        @Override
        public void close() {
            ran.add("close " + name);
        }
    }

    private BatchedSession session(int capacity) {
        return new BatchedSession("a card", new Network("device"), (rows, columns) -> capacity, () -> {
            ran.add("open processor");
            return new Network("processor");
        });
    }

    /** Runs so many images of which no two pixels are alike, and checks the answer to each. */
    private void run(BatchedSession session, int images) {
        float[] in = new float[images * PIXELS];
        float[] expected = new float[2 * in.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = i / (float) in.length;
            expected[2 * i] = in[i];
            expected[2 * i + 1] = 1 - in[i];
        }
        float[] out = new float[expected.length];
        session.run(images, 16, 16, in, out);
        assertArrayEquals(expected, out);
    }

    @Test
    void imagesGoInEqualBatchesThatTheMemoryCarries() {
        BatchedSession session = session(8);
        run(session, 1);
        run(session, 8);
        run(session, 20);
        assertEquals(List.of("device1", "device8", "device7", "device7", "device6"), ran);
    }

    @Test
    void exhaustedMemoryHalvesTheBatchFromThenOn() {
        carries = 3;
        BatchedSession session = session(16);
        run(session, 10);
        run(session, 4);
        assertEquals(List.of("device10", "device5", "device2", "device2", "device2", "device2", "device2", "device2", "device2"), ran);
    }

    @Test
    void whatHasRunBeforeIsNotRunAgain() {
        BatchedSession session = session(4);
        run(session, 4);
        carries = 2;
        run(session, 8);
        assertEquals(List.of("device4", "device4", "device2", "device2", "device2", "device2"), ran);
    }

    @Test
    void withoutMemoryForOneImageTheProcessorTakesAll() {
        carries = 0;
        BatchedSession session = session(2);
        run(session, 3);
        run(session, 5);
        session.close();
        assertEquals(List.of("device2", "device1", "open processor", "processor3", "processor5", "close device", "close processor"), ran);
    }

    @Test
    void knownBeforehandItIsNotEvenTried() {
        run(session(0), 3);
        assertEquals(List.of("open processor", "processor3"), ran);
    }

    @Test
    void sizesHaveLimitsOfTheirOwn() {
        BatchedSession session = session(4);
        carries = 1;
        run(session, 4);
        ran.clear();
        carries = 4;
        session.run(4, 16, 32, new float[8 * PIXELS], new float[16 * PIXELS]);
        assertEquals(List.of("device4"), ran);
    }

    @Test
    void anotherFailureIsPassedOn() {
        carries = 0;
        failure = new IllegalStateException("CUDA failure 700: an illegal memory access was encountered");
        BatchedSession session = session(4);
        assertEquals(failure, assertThrows(IllegalStateException.class, () -> run(session, 2)));
        assertEquals(List.of("device2"), ran);
    }

    @Test
    void imagesThatANetworkCannotReadAreRefused() {
        BatchedSession session = session(4);
        assertThrows(IllegalArgumentException.class, () -> session.run(9, 16, 16, new float[1], new float[512]));
        assertEquals(List.of(), ran);
    }

    @ParameterizedTest
    @ValueSource(strings = {ND4J, "cudaMalloc failed", "Requested amount exceeds device limits; DeviceId: [0]; Limit: [9]",
        "Error code - ORT_RUNTIME_EXCEPTION - message: Failed to allocate memory for requested buffer of size 1048576",
        "CUDA failure 2: out of memory ; GPU=0", "CUBLAS_STATUS_ALLOC_FAILED"})
    void theWordsOfTheLibrariesAreKnown(String message) {
        assertTrue(MemoryExhaustion.is(new IllegalStateException("it failed", new RuntimeException(message))));
        assertFalse(MemoryExhaustion.is(new IllegalStateException((String) null)));
    }
}
