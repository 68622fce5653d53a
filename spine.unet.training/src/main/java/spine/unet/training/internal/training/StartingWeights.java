package spine.unet.training.internal.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.model.ModelCard;
import spine.api.training.StartUse;
import spine.common.bundle.ModelBundle;
import spine.common.digest.Sha256;
import spine.unet.model.ModelCardJson;
import spine.unet.network.UNetParameters;
import spine.unet.preprocessing.InputRecipe;
import spine.unet.weights.NetworkFile;
import spine.unet.weights.StoredNetwork;
import spine.unet.weights.WeightsFile;

/**
 * The file of weights that a training starts from.
 *
 * @param networks its networks, the newest last
 * @param newest the last one, of which nothing is folded
 * @param sha256 digest of the file
 * @param card the card with this digest in the folder of the file; empty if there is none
 */
record StartingWeights(List<byte[]> networks, StoredNetwork newest, String sha256, Optional<ModelCard> card) {

    /** @throws UnusableInputException if the file holds no weights */
    static StartingWeights read(Path file) throws UnusableInputException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableInputException(file + " is not a file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = WeightsFile.read(in);
            List<byte[]> networks = WeightsFile.networks(content);
            String sha256 = Sha256.of(content);
            StoredNetwork newest = NetworkFile.stored(networks.get(networks.size() - 1));
            return new StartingWeights(networks, newest, sha256, card(file, sha256));
        } catch (IOException | RuntimeException e) {
            throw new UnusableInputException(file + " holds no weights to start from: " + e.getMessage(), e);
        }
    }

    private static Optional<ModelCard> card(Path file, String sha256) {
        try (InputStream in = Files.newInputStream(file.resolveSibling(ModelBundle.CARD))) {
            return Optional.of(ModelCardJson.read(in)).filter(card -> card.weightsSha256().equals(sha256));
        } catch (IOException noCard) {
            return Optional.empty();
        }
    }

    /**
     * How the input of the networks is made.
     *
     * @throws UnusableInputException if there is no card to say so
     */
    InputRecipe recipe() throws UnusableInputException {
        return InputRecipe.fromMap(card.orElseThrow(() -> new UnusableInputException("The weights " + sha256 + " cannot teach: no "
                + ModelBundle.CARD + " beside them says how their input is made.")).inputRecipe());
    }

    /** The networks, ready to answer. */
    List<UNetParameters> teachers() throws IOException {
        return NetworkFile.readAll(networks);
    }

    /** The words that a model's card adds to the data of its own training. */
    String provenance(StartUse use) {
        String trainingData = card.map(ModelCard::trainingData).orElse("unknown data (weights " + sha256 + ")");
        String count = networks.size() + (networks.size() == 1 ? " network" : " networks");
        return switch (use) {
            case WEIGHTS -> "; started from weights trained on " + trainingData;
            case ENSEMBLE -> "; in an ensemble with " + count + " trained on " + trainingData;
            case TEACHER -> "; taught by " + count + " trained on " + trainingData;
        };
    }

    /** The words of a checkpoint, the same in all versions. */
    String fingerprint(StartUse use) {
        return switch (use) {
            case WEIGHTS -> ", from weights ";
            case ENSEMBLE -> ", beside weights ";
            case TEACHER -> ", taught by weights ";
        } + sha256;
    }
}
