package spine.api.model;

import org.osgi.annotation.versioning.ConsumerType;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;

/**
 * Extension point: maps a stack to class probabilities on the same grid.
 *
 * <p>Matching: the platform takes the service whose {@link #MODEL_ROLE} is the role it needs. Ranking: higher
 * {@code service.ranking} first, then the newest {@link #MODEL_VERSION} (OSGi order), then the lowest service id.
 *
 * <p>Threads: {@link #segment} is called from several threads at once. A study holds one model from start to end;
 * when a provider is withdrawn the platform gives it no new study and waits for the running ones before the
 * provider's own deactivation runs.
 *
 * <p>A component declares the service properties with {@link SegmentationModelService}.
 */
@ConsumerType
public interface SegmentationModel {

    /** Service property, String, required: {@link ModelRole#ANATOMY} or {@link ModelRole#OEDEMA}. */
    String MODEL_ROLE = "model.role";

    /** Service property, String, required: same as {@link ModelCard#id()}. */
    String MODEL_ID = "model.id";

    /** Service property, String, required: same as {@link ModelCard#version()}. */
    String MODEL_VERSION = "model.version";

    /** The model's card; never null, always the same. */
    ModelCard card();

    /** What computes its answers: name, version and device of an engine, for the report; empty where there is nothing to tell. */
    default String engine() {
        return "";
    }

    /**
     * Segments every slice of the stack. The same stack gives the same answer, bit for bit.
     *
     * @param stack not null, read only
     * @param progress hears of {@code done} from 0 to 1
     * @param cancellation checked between slices
     * @return probabilities for the classes of the card, on the stack's own grid
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation);

    /**
     * Segments a part of the stack. Inside the region the answer is that of {@link #segment(SliceStack, Progress, Cancellation)}, apart
     * from what the model makes of the far surroundings of a pixel; outside of it a model may answer anything, such as background. A model
     * that works on the whole stack all the same need not do anything about it.
     *
     * @param region with a rectangle for every slice of the stack
     */
    default ClassProbabilities segment(SliceStack stack, StackRegion region, Progress progress, Cancellation cancellation) {
        return segment(stack, progress, cancellation);
    }
}
