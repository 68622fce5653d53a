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

    /** The means over the networks, in each of the windows, which are of one size. */
    List<WindowProbabilities> probabilities(SliceInference inference, List<SlicePart> group) {
        List<WindowProbabilities> means = inference.run(networks.get(0), group);
        for (int network = 1; network < networks.size(); network++) {
            List<WindowProbabilities> others = inference.run(networks.get(network), group);
            for (int i = 0; i < means.size(); i++) {
                means.get(i).average(others.get(i), network + 1);
            }
        }
        return means;
    }

    /** Closes the sessions. Nobody may be inside {@link #probabilities}. */
    @Override
    public void close() {
        networks.forEach(InferenceSession::close);
    }
}
