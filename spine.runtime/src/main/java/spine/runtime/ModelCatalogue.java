package spine.runtime;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

import spine.api.model.ModelCard;

/** The models that are installed, what each does and why. Safe for use by many threads. */
@ProviderType
public interface ModelCatalogue {

    /** Cards of the models that have passed their test, the newest first; some of them may be on standby until they are accepted. */
    List<ModelCard> cards();

    /** First what may serve, in the order of {@link #cards}, then the rest. */
    List<ModelEntry> entries();

    /** Sentences on choices that do not hold; none if all is as it was chosen. */
    List<String> warnings();

    /** The list for a person to read. */
    List<String> lines();
}
