package spine.unet.training.internal.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import spine.api.model.ModelCard;
import spine.common.bundle.ModelBundle;
import spine.common.digest.Sha256;
import spine.common.file.AtomicFile;
import spine.unet.AttentionUNet;
import spine.unet.model.ModelCardJson;
import spine.unet.weights.ReproducibleZip;
import spine.unet.weights.WeightsFile;

/** The folder {@code model} of a training: the best network so far as {@code weights.zip} and {@code card.json}. */
final class ModelFolder {
    private static final String VERSION = "1.0.0";
    private static final String INTENDED_USE = "Research on whole-spine STIR MRI. Not a medical device: no diagnosis or "
            + "treatment may rest on its output.";

    private final Path folder;
    private final String role;
    private final TrainingSettings settings;
    private final String trainingData;
    private final List<byte[]> others;

    /**
     * @param trainingData what the networks were trained on, for the card
     * @param others networks that form an ensemble with the one that is trained; empty for a model of one network
     */
    ModelFolder(Path folder, String role, TrainingSettings settings, String trainingData, List<byte[]> others) {
        this.folder = folder;
        this.role = role;
        this.settings = settings;
        this.trainingData = trainingData;
        this.others = others;
    }

    Path path() {
        return folder;
    }

    void write(ComputationGraph net, int step, Validation.Outcome outcome) throws IOException {
        List<byte[]> networks = new ArrayList<>(others);
        networks.add(network(net));
        byte[] weights = WeightsFile.of(networks);
        double operatingPoint = settings.classes().size() == 2 ? outcome.operatingPoint() : 0.5;
        byte[] card = ModelCardJson.write(new ModelCard("spine.model." + role, VERSION, role, settings.classes(), settings.recipe().toMap(),
                operatingPoint, trainingData, metrics(step, outcome), INTENDED_USE,
                Sha256.of(weights)));
        Files.createDirectories(folder);
        AtomicFile.write(folder.resolve(ModelBundle.WEIGHTS), weights);
        AtomicFile.write(folder.resolve(ModelBundle.CARD), card);
    }

    /** DL4J's file holds the time of writing, which is removed, so that the same training gives the same digest. */
    private static byte[] network(ComputationGraph net) throws IOException {
        ByteArrayOutputStream dated = new ByteArrayOutputStream();
        AttentionUNet.save(net, dated, false);
        ByteArrayOutputStream fixed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(dated.toByteArray()));
                ReproducibleZip out = new ReproducibleZip(fixed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.add(entry.getName(), in.readAllBytes());
            }
        }
        return fixed.toByteArray();
    }

    private Map<String, Double> metrics(int step, Validation.Outcome outcome) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (int c = 1; c < outcome.dice().length; c++) {
            if (!Double.isNaN(outcome.dice()[c])) {
                metrics.put("validation crops, Dice " + settings.classes().get(c), rounded(outcome.dice()[c]));
            }
        }
        metrics.put("validation crops, mean Dice", rounded(outcome.mean()));
        metrics.put("training steps", (double) step);
        return metrics;
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4f", value));
    }
}
