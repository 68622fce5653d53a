package spine.pipeline;

import java.util.ArrayList;
import java.util.List;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.model.SegmentationModel;

/** Asks a model for one map per stack of a study. */
public final class StackSegmentation {
    private final SegmentationModel model;
    private final String step;

    /** @param step what progress calls it */
    public StackSegmentation(SegmentationModel model, String step) {
        this.model = model;
        this.step = step;
    }

    /**
     * @return in the order of the study's stacks
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public List<ClassProbabilities> segment(Study study, Progress progress, Cancellation cancellation) {
        List<ClassProbabilities> maps = new ArrayList<>();
        int stacks = study.stacks().size();
        for (SliceStack stack : study.stacks()) {
            cancellation.check();
            int before = maps.size();
            maps.add(model.segment(stack, (inner, done) -> progress.at(step, (before + done) / stacks), cancellation));
        }
        return maps;
    }
}
