package spine.io.dicom.internal.cases;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.image.LabelMap;
import spine.api.image.SliceStack;
import spine.api.report.MaskFrame;
import spine.api.training.AnnotatedStack;

/** Gathers the masks of one stack into one map; where two overlap, the later one holds. */
final class LabelMapBuilder {
    private final SliceStack stack;
    private final List<String> classes;
    private final boolean anyMaskAnnotates;
    private final byte[][] labels;
    private final Map<String, Integer> slices = new HashMap<>();
    private boolean annotated;

    /** @param anyMaskAnnotates whether the mask of any structure makes the background of the stack ground truth */
    LabelMapBuilder(SliceStack stack, List<String> classes, boolean anyMaskAnnotates) {
        this.stack = stack;
        this.classes = classes;
        this.anyMaskAnnotates = anyMaskAnnotates;
        this.labels = new byte[stack.slices().size()][stack.rows() * stack.columns()];
        for (int i = 0; i < stack.slices().size(); i++) {
            slices.put(stack.slices().get(i).sopInstanceUid(), i);
        }
    }

    /** Does nothing for an image of another stack; a structure that is no class of the role leaves the background. */
    void add(MaskFrame frame, Path file) throws UnusableInputException {
        Integer slice = slices.get(frame.sopInstanceUid());
        if (slice == null) {
            return;
        }
        if (frame.rows() != stack.rows() || frame.columns() != stack.columns()) {
            throw new UnusableInputException(file + " has masks of " + frame.rows() + " x " + frame.columns()
                    + " pixels for images of " + stack.rows() + " x " + stack.columns() + ".");
        }
        int label = classes.indexOf(frame.label());
        annotated |= anyMaskAnnotates || label > 0;
        if (label > 0) {
            for (int i = 0; i < frame.mask().length; i++) {
                if (frame.mask()[i] != 0) {
                    labels[slice][i] = (byte) label;
                }
            }
        }
    }

    /** Empty if the stack has no ground truth. */
    Optional<AnnotatedStack> result() {
        return annotated ? Optional.of(new AnnotatedStack(stack, new LabelMap(classes, labels))) : Optional.empty();
    }
}
