package spine.unet.internal.weights;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    private WeightsFile() {
    }

    /**
     * The networks of a file, the newest last. A file of any other form is returned as the only one: whether it is a network shows when it
     * is restored.
     */
    public static List<byte[]> networks(byte[] file) {
        List<byte[]> networks = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null && entry.getName().endsWith(NETWORK); entry = in.getNextEntry()) {
                networks.add(in.readAllBytes());
            }
        } catch (IOException damaged) {
            return List.of(file);
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
