package spine.runtime.internal.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.LabelMap;
import spine.api.image.Study;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.score.LesionMap;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.api.training.AnnotatedStack;
import spine.pipeline.StackSegmentation;
import spine.pipeline.lesion.BodyRegions;
import spine.pipeline.lesion.LesionReading;

/**
 * Dice of the lesions that count by an oedema model and the rule on its card, and how far the total of an index is from the one that the
 * true lesions give, on the anatomy that the serving model sees; a study in which it sees no spine has no total and does not count.
 */
final class OedemaFigures implements Figures {
    static final String ERROR = "mean error of the total";

    private final SegmentationModel model;
    private final SegmentationModel anatomyModel;
    private final AnatomyLocaliser localiser;
    private final ScoringIndex index;
    private final Overlap overlap = new Overlap();
    private double error;
    private int studies;

    OedemaFigures(SegmentationModel model, SegmentationModel anatomyModel, AnatomyLocaliser localiser, ScoringIndex index) {
        this.model = model;
        this.anatomyModel = anatomyModel;
        this.localiser = localiser;
        this.index = index;
    }

    @Override
    public void add(List<AnnotatedStack> stacks, Cancellation cancellation) {
        Study study = new Study("2.25.0", stacks.stream().map(AnnotatedStack::stack).toList(), List.of());
        SpineAnatomy anatomy = localiser.locate(study,
                new StackSegmentation(anatomyModel, "anatomy").segment(study, Progress.SILENT, cancellation));
        List<LesionMap> found = new LesionReading(model.card(), study, anatomy, new StackSegmentation(model, "oedema")
                .segment(study, BodyRegions.of(study, anatomy), Progress.SILENT, cancellation)).lesions();
        List<LesionMap> truth = new ArrayList<>();
        for (int stack = 0; stack < stacks.size(); stack++) {
            truth.add(lesions(stacks.get(stack).truth()));
            add(truth.get(stack).lesion(), found.get(stack).lesion());
        }
        double off = Math.abs(total(study, anatomy, found) - total(study, anatomy, truth));
        if (Double.isFinite(off)) {
            error += off;
            studies++;
        }
    }

    private static LesionMap lesions(LabelMap truth) {
        int lesion = truth.classes().indexOf(ModelRole.LESION);
        byte[][] map = new byte[truth.labels().length][];
        for (int slice = 0; slice < map.length; slice++) {
            byte[] labels = truth.labels()[slice];
            map[slice] = new byte[labels.length];
            for (int pixel = 0; pixel < labels.length; pixel++) {
                map[slice][pixel] = (byte) (labels[pixel] == lesion ? 1 : 0);
            }
        }
        return new LesionMap(map);
    }

    private void add(byte[][] truth, byte[][] found) {
        for (int slice = 0; slice < truth.length; slice++) {
            for (int pixel = 0; pixel < truth[slice].length; pixel++) {
                overlap.add(truth[slice][pixel] != 0, found[slice][pixel] != 0);
            }
        }
    }

    private double total(Study study, SpineAnatomy anatomy, List<LesionMap> lesions) {
        return index.score(new ScoringInput(study, anatomy, lesions)).totals().values().iterator().next();
    }

    @Override
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(AnatomyFigures.DICE + ModelRole.LESION, overlap.dice());
        values.put(ERROR, studies == 0 ? Double.NaN : error / studies);
        return values;
    }
}
