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

    /** The mean over the networks. */
    WindowProbabilities probabilities(SliceInference inference, int slice) {
        WindowProbabilities probabilities = inference.run(networks.get(0), slice);
        float[] mean = probabilities.values();
        for (int network = 1; network < networks.size(); network++) {
            float[] other = inference.run(networks.get(network), slice).values();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (other[i] - mean[i]) / (network + 1);
            }
        }
        return probabilities;
    }

    /** Closes the sessions. Nobody may be inside {@link #probabilities}. */
    @Override
    public void close() {
        networks.forEach(InferenceSession::close);
    }
}
