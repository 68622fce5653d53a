package spine.runtime.internal.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.LabelMap;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.training.AnnotatedStack;

/** Dice of each class of an anatomy model, of the most probable class of every pixel. */
final class AnatomyFigures implements Figures {
    static final String DICE = "Dice ";

    private final SegmentationModel model;
    private final Map<String, Overlap> classes = new LinkedHashMap<>();

    AnatomyFigures(SegmentationModel model) {
        this.model = model;
        ModelRole.ANATOMY_CLASSES.stream().skip(1).forEach(name -> classes.put(name, new Overlap()));
    }

    @Override
    public void add(List<AnnotatedStack> stacks, Cancellation cancellation) {
        for (AnnotatedStack stack : stacks) {
            LabelMap found = model.segment(stack.stack(), Progress.SILENT, cancellation).mostProbable();
            classes.forEach((name, overlap) -> add(overlap, name, stack.truth(), found));
        }
    }

    private static void add(Overlap overlap, String name, LabelMap truth, LabelMap found) {
        int inTruth = truth.classes().indexOf(name);
        int inFound = found.classes().indexOf(name);
        for (int slice = 0; slice < truth.labels().length; slice++) {
            for (int pixel = 0; pixel < truth.labels()[slice].length; pixel++) {
                overlap.add(truth.labels()[slice][pixel] == inTruth, found.labels()[slice][pixel] == inFound);
            }
        }
    }

    @Override
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        classes.forEach((name, overlap) -> values.put(DICE + name, overlap.dice()));
        return values;
    }
}
