package spine.unet.internal.inference;

import java.util.List;
import spine.unet.engine.InferenceSession;

/** The networks of one model, whose probabilities are averaged. Safe for use by many threads. */
public final class Ensemble implements AutoCloseable {
    private final List<InferenceSession> networks;

    /** @param networks at least one, of the same classes; closed with this */
    public Ensemble(List<InferenceSession> networks) {
        this.networks = List.copyOf(networks);
    }

    /** @return {@code [class][row * columns + column]}, the mean over the networks, of the window */
    public float[][] probabilities(SliceInference inference, int slice) {
        float[][] mean = inference.run(networks.get(0), slice);
        for (int network = 1; network < networks.size(); network++) {
            float[][] other = inference.run(networks.get(network), slice);
            for (int c = 0; c < mean.length; c++) {
                for (int i = 0; i < mean[c].length; i++) {
                    mean[c][i] += (other[c][i] - mean[c][i]) / (network + 1);
                }
            }
        }
        return mean;
    }

    /** Closes the sessions. Nobody may be inside {@link #probabilities}. */
    @Override
    public void close() {
        networks.forEach(InferenceSession::close);
    }
}
