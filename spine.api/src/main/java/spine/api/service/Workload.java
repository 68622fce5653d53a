package spine.api.service;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/** How busy the platform is. Safe for use by many threads. */
@ProviderType
public interface Workload {

    /** Studies that are being scored. */
    int running();

    /** Studies that wait for a model, an index or a writer. */
    int waiting();

    /** Those that run and those that wait, by the time since when they do. */
    List<StudyJob> jobs();
}
