package spine.unet.model;

import java.util.concurrent.Executor;
import spine.unet.preprocessing.PreparedStacks;

/**
 * What the models of a platform share.
 *
 * @param threads on which slices are segmented; must live longer than the models and refuse nothing while they live.
 *     {@code Runnable::run} segments on the thread of the caller
 * @param stacks handed on from one model of a study to the next
 * @param averaging whether every slice is segmented a second time with left and right exchanged, for twice the time
 */
public record SegmentationContext(Executor threads, PreparedStacks stacks, boolean averaging) {

    /** With stacks of its own. */
    public static SegmentationContext of(Executor threads, boolean averaging) {
        return new SegmentationContext(threads, new PreparedStacks(), averaging);
    }
}
