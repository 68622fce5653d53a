package spine.unet.training.internal.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import spine.api.UnusableInputException;
import spine.api.model.ModelCard;
import spine.common.bundle.ModelBundle;
import spine.common.digest.Sha256;
import spine.unet.AttentionUNet;
import spine.unet.model.ModelCardJson;
import spine.unet.weights.WeightsFile;

/**
 * The file of weights that a training starts from.
 *
 * @param networks its networks, the newest last
 * @param newest the last one, restored
 * @param sha256 digest of the file
 * @param trainingData what these networks were trained on, in the words of their card; "unknown data", if there is no card with this
 *     digest in the folder of the file
 */
record StartingWeights(List<byte[]> networks, ComputationGraph newest, String sha256, String trainingData) {

    /** @throws UnusableInputException if the file holds no weights */
    static StartingWeights read(Path file) throws UnusableInputException, IOException {
        byte[] content = Files.readAllBytes(file);
        List<byte[]> networks = WeightsFile.networks(content);
        String sha256 = Sha256.of(content);
        try {
            ComputationGraph newest = AttentionUNet.restore(new ByteArrayInputStream(networks.get(networks.size() - 1)), false);
            return new StartingWeights(networks, newest, sha256, trainingData(file, sha256));
        } catch (IOException | RuntimeException e) {
            throw new UnusableInputException(file + " holds no weights to start from: " + e.getMessage(), e);
        }
    }

    private static String trainingData(Path file, String sha256) {
        String unknown = "unknown data (weights " + sha256 + ")";
        try (InputStream in = Files.newInputStream(file.resolveSibling(ModelBundle.CARD))) {
            ModelCard card = ModelCardJson.read(in);
            return card.weightsSha256().equals(sha256) ? card.trainingData() : unknown;
        } catch (IOException noCard) {
            return unknown;
        }
    }

    /** The words that a model's card adds to the data of its own training. */
    String provenance(boolean ensemble) {
        if (!ensemble) {
            return "; started from weights trained on " + trainingData;
        }
        return "; in an ensemble with " + networks.size() + (networks.size() == 1 ? " network" : " networks") + " trained on "
                + trainingData;
    }
}
