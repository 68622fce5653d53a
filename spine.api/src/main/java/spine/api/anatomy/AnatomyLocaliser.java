package spine.api.anatomy;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import spine.api.image.ClassProbabilities;
import spine.api.image.Study;

/**
 * Extension point: turns the class maps of an anatomy model into a labelled spine.
 *
 * <p>Ranking: highest {@code service.ranking}, then lowest service id. Threads: called from several threads at once;
 * must be free of state. A study in flight finishes with the localiser it began with.
 */
@ConsumerType
public interface AnatomyLocaliser {

    /**
     * Names what can be named; a level outside the field of view is absent, never guessed silently. Images that
     * show no spine, or not enough of one to name anything, give {@link SpineAnatomy#none} and not an error.
     *
     * @param study the study
     * @param maps class probabilities, one per stack of the study in the same order; classes as in
     *     {@link spine.api.model.ModelRole#ANATOMY_CLASSES}, found by name; landmark classes may be missing
     */
    SpineAnatomy locate(Study study, List<ClassProbabilities> maps);
}
