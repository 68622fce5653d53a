package spine.api.service;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The settings in files of this installation. Safe for use by many threads. */
@ProviderType
public interface ConfigurationFiles {

    /** What of the files is not in effect: one sentence each, which names file, key and reason. Empty if all of it is. */
    List<String> problems();
}
