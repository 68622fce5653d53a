package spine.api.training;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;
import spine.api.UnusableInputException;

/**
 * Extension point: finds a person's own annotated patients.
 *
 * <p>Ranking: highest {@code service.ranking}, then lowest service id. Threads: called from several threads at once.
 */
@ConsumerType
public interface CaseReader {

    /**
     * Finds the patients below the folder, in an order that depends on the studies alone. Studies of one patient are one
     * case, so that a split by case never has a patient on both sides.
     *
     * @param folder images and truth, in any nesting
     * @param role {@link spine.api.model.ModelRole#ANATOMY} or {@link spine.api.model.ModelRole#OEDEMA}: what must be annotated
     * @param remarks hears one sentence on each study that is left out because it has no truth for the role, and on what
     *     else looks odd, now and whenever a patient is read
     * @return at least one patient; its description names the data by a digest of studies and truth
     * @throws UnusableInputException if no study can be trained on, or one cannot be read; the sentence names it
     */
    TrainingCases find(Path folder, String role, Consumer<String> remarks) throws UnusableInputException;
}
