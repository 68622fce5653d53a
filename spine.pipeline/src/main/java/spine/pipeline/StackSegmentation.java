package spine.pipeline;

import java.util.ArrayList;
import java.util.List;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.StackRegion;
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
        return segment(study, study.stacks().stream().map(StackRegion::whole).toList(), progress, cancellation);
    }

    /**
     * The same of a part of each stack.
     *
     * @param regions in the order of the study's stacks
     */
    public List<ClassProbabilities> segment(Study study, List<StackRegion> regions, Progress progress, Cancellation cancellation) {
        List<ClassProbabilities> maps = new ArrayList<>();
        int stacks = study.stacks().size();
        for (int stack = 0; stack < stacks; stack++) {
            cancellation.check();
            int before = stack;
            maps.add(model.segment(study.stacks().get(stack), regions.get(stack),
                    (inner, done) -> progress.at(step, (before + done) / stacks), cancellation));
        }
        return maps;
    }
}
