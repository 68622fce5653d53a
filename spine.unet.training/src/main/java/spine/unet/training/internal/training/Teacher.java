package spine.unet.training.internal.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import spine.unet.engine.InferenceEngine;
import spine.unet.engine.InferenceSession;
import spine.unet.network.UNetParameters;
import spine.unet.training.internal.sampling.BatchSource;
import spine.unet.training.internal.sampling.CropSettings;

/** Networks whose mean answer another one learns. Used by one thread at a time. */
final class Teacher implements Consumer<BatchSource.Batch>, AutoCloseable {
    private final CropSettings crops;
    private final int channels;
    private final List<InferenceSession> networks = new ArrayList<>();

    /**
     * @param networks at least one, of the classes of the training
     * @param channels of the training's crops, of which a network sees the first ones that it knows
     */
    Teacher(InferenceEngine engine, List<UNetParameters> networks, CropSettings crops, int channels) {
        this.crops = crops;
        this.channels = channels;
        for (UNetParameters network : networks) {
            this.networks.add(engine.open(network, 1));
        }
    }

    /** Replaces the truth of the batch by the mean of the answers. */
    @Override
    public void accept(BatchSource.Batch batch) {
        float[] answer = new float[batch.truth().length];
        Arrays.fill(batch.truth(), 0);
        for (InferenceSession network : networks) {
            network.run(crops.batch(), crops.rows(), crops.columns(), seenBy(network, batch.input()), answer);
            for (int i = 0; i < answer.length; i++) {
                batch.truth()[i] += answer[i] / networks.size();
            }
        }
    }

    private float[] seenBy(InferenceSession network, float[] input) {
        int seen = network.inputChannels();
        if (seen == channels) {
            return input;
        }
        float[] first = new float[input.length / channels * seen];
        for (int i = 0; i < first.length; i++) {
            first[i] = input[i / seen * channels + i % seen];
        }
        return first;
    }

    @Override
    public void close() {
        networks.forEach(InferenceSession::close);
    }
}
