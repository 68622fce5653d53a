package spine.unet.weights;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import spine.unet.network.Convolution;
import spine.unet.network.UNetParameters;
import spine.unet.network.UNetTopology;

/**
 * Reads one trained network from the zip file that DL4J writes: {@code configuration.json} and {@code coefficients.bin}, and of a training
 * that is to be resumed {@code updaterState.bin}. What else it may hold is passed over. The file is data:
 * the class names in it are compared with those that are expected, and nothing is loaded by them. Nothing is allocated by a length that
 * the file claims before that is the length that the network must have.
 */
public final class NetworkFile {
    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final String OPTIMISER = "updaterState.bin";
    /** The shipped ones have 175 kB, whatever the number of filters. */
    private static final int LONGEST_CONFIGURATION = 1 << 20;
    /** DL4J writes two, and a third where training can be resumed. */
    private static final int MOST_ENTRIES = 8;
    /** Of all networks of an ensemble, 512 MB: four of the largest that are read, a hundred of those that are shipped. */
    private static final long MOST_WEIGHTS = 1 << 27;
    /** Of the entries that are passed over: with the state of an optimiser, a file has three times its coefficients. */
    private static final long MOST_BYTES = 3L << 28;

    private NetworkFile() {
    }

    /**
     * The networks of an ensemble, ready for inference.
     *
     * @param files content of the zip file of each
     * @throws IOException if one is no attention U-Net in this form, or if they are larger together than any model needs
     */
    public static List<UNetParameters> readAll(List<byte[]> files) throws IOException {
        return readAll(files, MOST_WEIGHTS);
    }

    /** Zeros take no place in a file, so that the size of the files says nothing of that of the networks. */
    static List<UNetParameters> readAll(List<byte[]> files, long mostWeights) throws IOException {
        List<UNetParameters> networks = new ArrayList<>();
        long weights = 0;
        for (byte[] file : files) {
            UNetParameters network = read(file);
            weights += UNetTopology.convolutions(network.size()).stream().mapToLong(Convolution::weights).sum();
            if (weights > mostWeights) {
                throw new IOException("the networks have more than " + mostWeights + " weights together");
            }
            networks.add(network);
        }
        return networks;
    }

    /**
     * The network, ready for inference.
     *
     * @param file content of the zip file
     * @throws IOException if it is no attention U-Net in this form; the message is one sentence
     */
    public static UNetParameters read(byte[] file) throws IOException {
        StoredNetwork network = stored(file);
        return UNetParameters.of(network.size(), network.source());
    }

    /** The network as it is stored, to start another training from; as {@link #read} otherwise. */
    public static StoredNetwork stored(byte[] file) throws IOException {
        return stored(file, graph(file));
    }

    /** The network and the state of its training, which is to be resumed; as {@link #read} otherwise. */
    public static ResumableNetwork resumable(byte[] file) throws IOException {
        GraphDescription graph = graph(file);
        return new ResumableNetwork(stored(file, graph), graph.iterations(),
                numbers(file, OPTIMISER, in -> Coefficients.readOptimiser(in, graph)));
    }

    private static GraphDescription graph(byte[] file) throws IOException {
        try (InputStream in = entry(file, CONFIGURATION)) {
            byte[] json = in.readNBytes(LONGEST_CONFIGURATION + 1);
            if (json.length > LONGEST_CONFIGURATION) {
                throw new IOException("the network's " + CONFIGURATION + " has more than " + LONGEST_CONFIGURATION + " bytes");
            }
            return GraphDescription.read(json);
        }
    }

    private static StoredNetwork stored(byte[] file, GraphDescription graph) throws IOException {
        return new StoredNetwork(graph.size(), graph.order(), numbers(file, COEFFICIENTS, in -> Coefficients.read(in, graph)));
    }

    private interface NumberReader<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> T numbers(byte[] file, String name, NumberReader<T> reader) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(entry(file, name), 1 << 16))) {
            return reader.read(in);
        } catch (EOFException e) {
            throw new IOException("the network's " + name + " is shorter than its configuration promises", e);
        }
    }

    /** At the beginning of the entry; to be closed. */
    private static InputStream entry(byte[] file, String name) throws IOException {
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file));
        try {
            long left = MOST_BYTES;
            for (int i = 0; i < MOST_ENTRIES; i++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    break;
                }
                if (entry.getName().equals(name)) {
                    return zip;
                }
                left -= passedOver(zip, left);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the network's file is a damaged zip file: " + e.getMessage(), e);
        }
        throw new IOException("the network's file lacks " + name);
    }

    /** Java inflates an entry to find the end of it, and a few bytes can stand for gigabytes. */
    private static long passedOver(InputStream entry, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            bytes += read;
            if (bytes > most) {
                throw new IOException("the network's file unpacks to more than " + MOST_BYTES + " bytes");
            }
        }
        return bytes;
    }
}
