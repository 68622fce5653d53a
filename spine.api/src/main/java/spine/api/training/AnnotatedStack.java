package spine.api.training;

import spine.api.image.LabelMap;
import spine.api.image.SliceStack;

/**
 * A stack with the truth of one role on its grid.
 *
 * @param stack the images
 * @param truth the class of every pixel, classes as the role's model gives them
 */
public record AnnotatedStack(SliceStack stack, LabelMap truth) {

    public AnnotatedStack {
        if (truth.labels().length != stack.slices().size()) {
            throw new IllegalArgumentException("truth has " + truth.labels().length + " slices for "
                    + stack.slices().size() + " images of series " + stack.seriesInstanceUid());
        }
    }
}
