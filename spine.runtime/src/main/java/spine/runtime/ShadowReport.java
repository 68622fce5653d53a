package spine.runtime;

import java.io.IOException;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

import spine.api.UnusableInputException;

/** How candidates that ran in the shadow and serving models agree so far. Safe for use by many threads. */
@ProviderType
public interface ShadowReport {

    /**
     * @return one text per pair of models, each also left as {@code report.txt} beside its tables; empty if nothing ran in the shadow
     * @throws UnusableInputException if a table cannot be understood
     */
    List<String> write() throws UnusableInputException, IOException;
}
