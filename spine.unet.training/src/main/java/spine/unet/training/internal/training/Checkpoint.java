package spine.unet.training.internal.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.deeplearning4j.nn.graph.ComputationGraph;
import spine.common.file.AtomicFile;
import spine.unet.AttentionUNet;
import spine.unet.weights.NetworkFile;
import spine.unet.weights.WeightsFile;

/**
 * Where a training stands. The graph and the optimiser's state are in a file named by its step; {@code state.properties}
 * points to it and is replaced in one move, so that a kill at any time leaves a whole checkpoint.
 */
final class Checkpoint {
    private static final String STATE = "state.properties";

    /**
     * @param plan the training it belongs to, in one line
     * @param step steps done
     * @param bestDice best validation so far, negative before the first
     * @param seconds time spent on training so far
     */
    record State(String plan, int step, double bestDice, double seconds) {
    }

    private final Path folder;

    Checkpoint(Path folder) {
        this.folder = folder;
    }

    /** The state, or null if no training has begun here. */
    State state() throws IOException {
        Path file = folder.resolve(STATE);
        if (!Files.exists(file)) {
            return null;
        }
        Properties p = new Properties();
        p.load(new StringReader(Files.readString(file)));
        return new State(p.getProperty("plan"), Integer.parseInt(p.getProperty("step")),
                Double.parseDouble(p.getProperty("bestDice")), Double.parseDouble(p.getProperty("seconds")));
    }

    /**
     * Brings the graph to where the training stands.
     *
     * @param net just made for the plan of the state
     */
    void restore(State state, ComputationGraph net) throws IOException {
        Path file = graphFile(state);
        try (InputStream in = Files.newInputStream(file)) {
            AttentionUNet.resume(net, NetworkFile.resumable(WeightsFile.read(in)));
        } catch (IOException e) {
            throw new IOException(file + " cannot be resumed: " + e.getMessage(), e);
        }
    }

    void save(State state, ComputationGraph net) throws IOException {
        State before = state();
        AtomicFile.write(graphFile(state), out -> AttentionUNet.save(net, out, true));
        write(state);
        if (before != null && before.step() != state.step()) {
            Files.deleteIfExists(graphFile(before));
        }
    }

    private void write(State state) throws IOException {
        String text = "plan=" + state.plan() + "\nstep=" + state.step() + "\nbestDice=" + state.bestDice()
                + "\nseconds=" + state.seconds() + "\n";
        AtomicFile.write(folder.resolve(STATE), text);
    }

    /** Claims the folder for the plan before anything else is written to it. */
    void begin(State state) throws IOException {
        if (state.step() == 0) {
            write(state);
        }
    }

    private Path graphFile(State state) {
        return folder.resolve("checkpoint-" + state.step() + ".zip");
    }
}
