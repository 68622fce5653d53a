package spine.unet.weights;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What the fuzzer calls for files of weights. The first byte of an input says what follows: a whole file, the description of a graph, or
 * the coefficients of the graph that the seeds begin with. In one seed each of these is what a trained network has.
 */
public final class FuzzWeights {
    private static GraphDescription graph;

    private FuzzWeights() {
    }

    /** @param arguments the folder for the inputs to begin with, and a file of weights */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        byte[] network = WeightsFile.networks(Files.readAllBytes(Path.of(arguments[1]))).get(0);
        Files.write(folder.resolve("seed-0"), input(0, Arrays.copyOf(network, Math.min(network.length, 1 << 15))));
        Files.write(folder.resolve("seed-1"), input(1, entry(network, "configuration.json", Integer.MAX_VALUE)));
        Files.write(folder.resolve("seed-2"), input(2, entry(network, "coefficients.bin", 1 << 12)));
    }

    /** @param arguments a file of weights */
    public static void fuzzerInitialize(String[] arguments) throws IOException {
        byte[] network = WeightsFile.networks(Files.readAllBytes(Path.of(arguments[0]))).get(0);
        graph = GraphDescription.read(entry(network, "configuration.json", Integer.MAX_VALUE));
    }

    /** Returns for every input; any exception but the sentence of a refusal is a finding. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] content = Arrays.copyOfRange(data, 1, data.length);
        try {
            switch (data[0] & 3) {
                case 0 -> {
                    for (byte[] network : WeightsFile.networks(content)) {
                        NetworkFile.read(network);
                    }
                }
                case 1 -> GraphDescription.read(content);
                default -> Coefficients.read(new DataInputStream(new BufferedInputStream(new ByteArrayInputStream(content))), graph);
            }
        } catch (IOException refused) {
            String message = refused.getMessage();
            if (message != null && (message.length() > 1000 || message.chars().anyMatch(Character::isISOControl))) {
                throw new IllegalStateException("no sentence: " + message, refused);
            }
        }
    }

    private static byte[] input(int kind, byte[] content) {
        byte[] input = new byte[content.length + 1];
        input[0] = (byte) kind;
        System.arraycopy(content, 0, input, 1, content.length);
        return input;
    }

    private static byte[] entry(byte[] network, String name, int most) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(network)); InputStream in = zip) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return in.readNBytes(most);
                }
            }
        }
        throw new IOException("no " + name);
    }
}
