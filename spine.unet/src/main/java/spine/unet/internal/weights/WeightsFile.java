package spine.unet.internal.weights;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The file {@code weights.zip} of a model: one network as DL4J writes it, or a committee of networks of the same classes, in entries
 * {@code 1.zip}, {@code 2.zip} and so on, whose probabilities are averaged.
 */
public final class WeightsFile {
    private static final String NETWORK = ".zip";

    private WeightsFile() {
    }

    /** The networks of a file, the newest last. What is no committee is taken to be one network; whoever restores it will see. */
    public static List<byte[]> networks(byte[] file) {
        List<byte[]> members = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null && entry.getName().endsWith(NETWORK); entry = in.getNextEntry()) {
                members.add(in.readAllBytes());
            }
        } catch (IOException damaged) {
            return List.of(file);
        }
        return members.isEmpty() ? List.of(file) : members;
    }

    /** The file of these networks. @param networks at least one, the newest last */
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
