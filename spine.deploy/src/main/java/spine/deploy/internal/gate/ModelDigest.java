package spine.deploy.internal.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import spine.common.bundle.ModelBundle;
import spine.common.digest.Sha256;
import spine.deploy.internal.Rejection;

/** The weights in a model bundle are those its card promises; what else a card must have is for the one who loads it. */
final class ModelDigest {
    private static final int MOST_CARD_BYTES = 1 << 20;
    private static final Pattern PROMISE = Pattern.compile("\"weightsSha256\"\\s*:\\s*\"([0-9a-f]{64})\"");

    private ModelDigest() {
    }

    /** @param jar of the bundle; one that holds no model passes */
    static void check(Path jar, BundleIdentity bundle) throws Rejection {
        String folder = bundle.headers().getValue(ModelBundle.HEADER);
        if (folder == null) {
            return;
        }
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            String promised = promise(file, ModelBundle.entry(folder, ModelBundle.CARD));
            String actual;
            try (InputStream in = open(file, network(file, folder))) {
                actual = Sha256.of(in);
            }
            if (!actual.equals(promised)) {
                throw new Rejection("The weights have the SHA-256 " + actual + ", but the model card promises " + promised + ".");
            }
        } catch (IOException e) {
            throw new Rejection("Its model cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** A network in both forms would be one that nobody checked. */
    private static String network(JarFile file, String folder) throws Rejection {
        String weights = ModelBundle.entry(folder, ModelBundle.WEIGHTS);
        String onnx = ModelBundle.entry(folder, ModelBundle.ONNX);
        if (file.getEntry(onnx) == null) {
            return weights;
        }
        if (file.getEntry(weights) != null) {
            throw new Rejection("It is a model bundle with both " + weights + " and " + onnx + ".");
        }
        return onnx;
    }

    private static String promise(JarFile file, String card) throws IOException, Rejection {
        try (InputStream in = open(file, card)) {
            String text = new String(in.readNBytes(MOST_CARD_BYTES), StandardCharsets.UTF_8);
            List<MatchResult> promises = PROMISE.matcher(text).results().toList();
            if (promises.size() != 1) {
                throw new Rejection("Its " + card + " does not name the SHA-256 of the weights once ('weightsSha256').");
            }
            return promises.get(0).group(1);
        }
    }

    private static InputStream open(JarFile file, String name) throws IOException, Rejection {
        ZipEntry entry = file.getEntry(name);
        if (entry == null) {
            throw new Rejection("It is a model bundle without " + name + ".");
        }
        return file.getInputStream(entry);
    }
}
