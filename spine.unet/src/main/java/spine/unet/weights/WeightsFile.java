package spine.unet.weights;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The file {@code weights.zip} of a model: one network as DL4J writes it, or an ensemble of networks of the same classes, in entries
 * {@code 1.zip}, {@code 2.zip} and so on, whose probabilities are averaged.
 */
public final class WeightsFile {
    private static final String NETWORK = ".zip";
    /** Fifty times what is shipped. */
    private static final int LONGEST = 256 << 20;
    private static final int MOST_NETWORKS = 32;

    private WeightsFile() {
    }

    /**
     * The bytes of such a file.
     *
     * @param in stays open
     * @throws IOException if there are more than any model needs
     */
    public static byte[] read(InputStream in) throws IOException {
        byte[] file = in.readNBytes(LONGEST + 1);
        if (file.length > LONGEST) {
            throw new IOException("the weights have more than " + LONGEST + " bytes");
        }
        return file;
    }

    /**
     * The networks of a file, the newest last. A file of any other form is returned as the only one: whether it is a network shows when it
     * is read.
     *
     * @throws IOException if it holds more than any model needs
     */
    public static List<byte[]> networks(byte[] file) throws IOException {
        List<byte[]> networks = new ArrayList<>();
        int left = LONGEST;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null && entry.getName().endsWith(NETWORK); entry = in.getNextEntry()) {
                byte[] network = in.readNBytes(left + 1);
                left -= network.length;
                networks.add(network);
                if (left < 0 || networks.size() > MOST_NETWORKS) {
                    break;
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return List.of(file);
        }
        if (left < 0 || networks.size() > MOST_NETWORKS) {
            throw new IOException("the weights hold more than " + MOST_NETWORKS + " networks or " + LONGEST + " bytes");
        }
        return networks.isEmpty() ? List.of(file) : networks;
    }

    /**
     * The file of these networks.
     *
     * @param networks at least one, the newest last
     */
    public static byte[] of(List<byte[]> networks) throws IOException {
        if (networks.size() == 1) {
            return networks.get(0);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ReproducibleZip zip = new ReproducibleZip(file)) {
            for (int i = 0; i < networks.size(); i++) {
                zip.add((i + 1) + NETWORK, networks.get(i));
            }
        }
        return file.toByteArray();
    }
}
