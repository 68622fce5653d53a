package spine.unet.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import spine.unet.AttentionUNet;
import spine.unet.GraphParameters;
import spine.unet.RandomNets;
import spine.unet.WarmUpCosine;
import spine.unet.network.Convolution;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetParameters;
import spine.unet.network.UNetTopology;

/** What the reader makes of files, with DL4J's own reader beside it. */
class NetworkFileTest {
    private static final String JSON = "configuration.json";
    private static final String NUMBERS = "coefficients.bin";
    /** Bytes before the first value. */
    private static final int HEADER = 18 + 8 + 6 + 6 * 8 + 18 + 8 + 7;

    @ParameterizedTest
    @ValueSource(strings = {"vbivd", "bmo"})
    void readsTheShippedModelsAsDl4jDoes(String model) throws Exception {
        byte[] file = Files.readAllBytes(Path.of("..", "spine.model." + model, "src", "main", "resources", "model", "weights.zip"));
        for (byte[] network : WeightsFile.networks(file)) {
            assertSame(network);
        }
    }

    @ParameterizedTest
    @CsvSource({"3,2,2,false", "4,3,7,false", "1,1,3,true"})
    void readsEverySizeAsDl4jDoes(int channels, int filters, int classes, boolean resumable) throws Exception {
        assertSame(file(new UNetConfiguration(channels, filters, classes), resumable));
    }

    private static void assertSame(byte[] file) throws IOException {
        UNetParameters expected = GraphParameters.of(ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(file), false));
        UNetParameters read = NetworkFile.read(file);
        assertEquals(expected.size(), read.size());
        for (Convolution c : UNetTopology.convolutions(read.size())) {
            assertArrayEquals(bits(expected.get(c).weights()), bits(read.get(c).weights()), c.name());
            assertArrayEquals(bits(expected.get(c).bias()), bits(read.get(c).bias()), c.name());
        }
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }

    private static byte[] file(UNetConfiguration size, boolean resumable) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AttentionUNet.save(RandomNets.shaken(size), out, resumable);
        return out.toByteArray();
    }

    private static Map<String, byte[]> small() throws IOException {
        return entries(file(new UNetConfiguration(3, 1, 2), false));
    }

    private static Map<String, byte[]> entries(byte[] file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private static String refusal(byte[] file) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () ->
                assertThrows(IOException.class, () -> NetworkFile.read(file))).getMessage();
    }

    private static void assertRefused(String expected, String message) {
        assertTrue(message.contains(expected) && !message.contains("\n") && message.length() < 400, message);
    }

    private static String withConfiguration(UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> entries = small();
        String before = new String(entries.get(JSON), StandardCharsets.UTF_8).replaceAll("\\s+", "");
        String after = change.apply(before);
        assertTrue(!before.equals(after), "the test changes nothing");
        entries.put(JSON, after.getBytes(StandardCharsets.UTF_8));
        return refusal(zip(entries));
    }

    @Test
    void refusesAnotherNetwork() throws Exception {
        assertRefused("spine.evil.Gadget", withConfiguration(json -> json.replace("spine.unet.GateVertex", "spine.evil.Gadget")));
        assertRefused("ActivationTanH", withConfiguration(json -> json.replace("impl.ActivationSigmoid", "impl.ActivationTanH")));
        assertRefused("op = 'Max'", withConfiguration(json -> json.replace("\"op\":\"Add\"", "\"op\":\"Max\"")));
        assertRefused("inputs", withConfiguration(json -> json.replace("\"pool2\":[\"encoder2b-act\"]", "\"pool2\":[\"encoder2a-act\"]")));
        assertRefused("eps", withConfiguration(json -> json.replace("\"eps\":1.0E-5", "\"eps\":0.5")));
        assertRefused("kernelSize", withConfiguration(json -> json.replace("\"kernelSize\":[1,1]", "\"kernelSize\":[3,3]")));
        assertRefused("topologicalOrderStr", withConfiguration(json -> json.replaceFirst("\"topologicalOrderStr\":\\[.*?\\]",
                "\"topologicalOrderStr\":[\"encoder1a\"]")));
        assertRefused("vertices", withConfiguration(json -> json.replace("\"vertices\":{", "\"vertices\":{\"another\":{},")));
        assertRefused("not JSON", withConfiguration(json -> json.substring(0, 5000)));
        assertRefused("not JSON", withConfiguration(json -> "[".repeat(200_000)));
        assertRefused("encoder1a has nin = ''", withConfiguration(json -> "{}"));
    }

    @Test
    void allocatesNothingForSizesThatAreNotTheNetworks() throws Exception {
        assertRefused("nout = '2000000000'", withConfiguration(json ->
                json.replaceFirst("(\"layerName\":\"encoder1a\",\"nin\":3,\"nout\":)1",
                "$12000000000")));
        // The largest network that the reader takes, of which there are no weights.
        String message = withConfiguration(json -> json.replaceFirst("(\"layerName\":\"encoder1a\",\"nin\":3,\"nout\":)1", "$164"));
        assertRefused("encoder1b has nin = '1', where an attention U-Net has 64", message.replace("encoder1a-norm has nout",
                "encoder1b has nin"));
        Map<String, byte[]> entries = small();
        ByteBuffer.wrap(entries.get(NUMBERS)).putLong(18 + 8 + 6 + 8, Long.MAX_VALUE);
        assertRefused("length 9223372036854775807", refusal(zip(entries)));
        entries = small();
        ByteBuffer.wrap(entries.get(NUMBERS)).putLong(18, 1_000_000);
        assertRefused("length of a buffer 1000000", refusal(zip(entries)));
        entries = small();
        ByteBuffer.wrap(entries.get(NUMBERS)).putLong(HEADER - 15, -1);
        assertRefused("length of a buffer -1", refusal(zip(entries)));
    }

    @Test
    void refusesNumbersThatNoTrainingGives() throws Exception {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Map<String, byte[]> entries = small();
            ByteBuffer.wrap(entries.get(NUMBERS)).putFloat(HEADER + 40, value);
            assertRefused("has the value " + value, refusal(zip(entries)));
        }
        Map<String, byte[]> entries = small();
        // encoder1a has 27 weights, then come gamma, beta, mean and variance.
        ByteBuffer.wrap(entries.get(NUMBERS)).putFloat(HEADER + 4 * (27 + 3), -1);
        assertRefused("encoder1a-norm.variance has the value -1", refusal(zip(entries)));
    }

    @Test
    void refusesFilesOfAnotherLength() throws Exception {
        Map<String, byte[]> entries = small();
        byte[] numbers = entries.get(NUMBERS);
        entries.put(NUMBERS, Arrays.copyOf(numbers, numbers.length - 4));
        assertRefused("shorter than", refusal(zip(entries)));
        entries.put(NUMBERS, Arrays.copyOf(numbers, numbers.length + 4));
        assertRefused("go on after their end", refusal(zip(entries)));
        entries.put(NUMBERS, new byte[0]);
        assertRefused("shorter than", refusal(zip(entries)));
        entries.remove(NUMBERS);
        assertRefused("lacks coefficients.bin", refusal(zip(entries)));
        assertRefused("lacks configuration.json", refusal("no zip file".getBytes(StandardCharsets.UTF_8)));
        assertRefused("lacks configuration.json", refusal(new byte[0]));
    }

    /** What stands before an entry is inflated to find its end: a few bytes can stand for hours of it. */
    @Test
    void stopsPassingOverABomb() throws Exception {
        Map<String, byte[]> entries = small();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("preprocessor.bin"));
            byte[] zeros = new byte[1 << 24];
            for (int i = 0; i < 50; i++) {
                zip.write(zeros);
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        assertRefused("unpacks to more than 805306368 bytes", refusal(out.toByteArray()));
    }

    @Test
    void boundsTheNetworksOfAnEnsembleTogether() throws Exception {
        List<byte[]> files = Collections.nCopies(3, file(new UNetConfiguration(3, 1, 2), false));
        assertEquals(3, NetworkFile.readAll(files).size());
        assertRefused("more than 20000 weights together",
                assertThrows(IOException.class, () -> NetworkFile.readAll(files, 20_000)).getMessage());
    }

    /** The trainer goes on from what DL4J has written, and only the trainer reads the state of the optimiser. */
    @Test
    void resumesWhereTheTrainingStood() throws Exception {
        UNetConfiguration size = new UNetConfiguration(3, 2, 2);
        ComputationGraph net = RandomNets.shaken(size);
        INDArray optimiser = net.getUpdater().getUpdaterStateViewArray();
        optimiser.assign(Nd4j.create(RandomNets.values((int) optimiser.length(), 7)));
        net.getConfiguration().setIterationCount(41);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AttentionUNet.save(net, out, true);
        ComputationGraph other = AttentionUNet.create(size, AttentionUNet.lossOf(net), new WarmUpCosine(1e-3, 1, 2), 99);
        AttentionUNet.resume(other, NetworkFile.resumable(out.toByteArray()));
        assertEquals(net.params(), other.params());
        assertEquals(optimiser, other.getUpdater().getUpdaterStateViewArray());
        assertEquals(41, other.getIterationCount());
        ComputationGraph larger = RandomNets.shaken(new UNetConfiguration(3, 3, 2));
        assertRefused("another than the one that is trained", assertThrows(IOException.class,
                () -> AttentionUNet.resume(larger, NetworkFile.resumable(out.toByteArray()))).getMessage());
        assertRefused("lacks updaterState.bin",
                assertThrows(IOException.class, () -> NetworkFile.resumable(file(size, false))).getMessage());
        Map<String, byte[]> entries = entries(out.toByteArray());
        byte[] state = entries.get("updaterState.bin");
        entries.put("updaterState.bin", Arrays.copyOf(state, state.length - 4));
        assertRefused("updaterState.bin is shorter",
                assertThrows(IOException.class, () -> NetworkFile.resumable(zip(entries))).getMessage());
    }

    /** 64 MB of spaces in 64 kB. */
    @Test
    void stopsInflatingABomb() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(JSON));
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 64; i++) {
                zip.write(spaces);
            }
        }
        assertRefused("more than 1048576 bytes", refusal(out.toByteArray()));
        ByteArrayOutputStream ensemble = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(ensemble)) {
            for (int i = 1; i <= 40; i++) {
                zip.putNextEntry(new ZipEntry(i + ".zip"));
                zip.write(out.toByteArray(), 0, 1000);
            }
        }
        assertRefused("more than 32 networks", assertThrows(IOException.class, () -> WeightsFile.networks(ensemble.toByteArray()))
                .getMessage());
    }

    @Test
    void boundsTheFileItself() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 1;
            }

            @Override
            public int read(byte[] to, int from, int length) {
                return length;
            }
        };
        assertRefused("more than 268435456 bytes", assertThrows(IOException.class, () -> WeightsFile.read(endless)).getMessage());
    }

    /** Whatever is damaged, the reader answers with a network or with a sentence. */
    @Test
    void damageIsRefusedOrHarmless() throws Exception {
        Map<String, byte[]> entries = small();
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            byte[] damaged;
            if (round % 3 == 0) {
                damaged = zip(entries);
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            } else {
                String name = round % 3 == 1 ? JSON : NUMBERS;
                Map<String, byte[]> copy = new LinkedHashMap<>(entries);
                byte[] bytes = copy.get(name).clone();
                bytes[random.nextInt(round % 3 == 1 ? bytes.length : HEADER)] ^= (byte) (1 << random.nextInt(8));
                copy.put(name, bytes);
                damaged = zip(copy);
            }
            try {
                NetworkFile.read(damaged);
            } catch (IOException refused) {
                assertTrue(refused.getMessage() != null && !refused.getMessage().contains("\n"), String.valueOf(refused.getMessage()));
            }
        }
    }
}
