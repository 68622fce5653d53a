package spine.pipeline;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

import spine.api.image.StudySource;

/** The providers of one study, held until it is closed. For one thread. */
@ProviderType
public interface ProviderSession extends AutoCloseable {

    /** The study, with its reader held like the other providers. */
    StudySource source();

    /** What serves the study; the same every time. */
    StudyProviders providers();

    /** Sentences for the reader of the report, such as that a chosen version is not available; may be empty. */
    List<String> warnings();

    /** A line for each of them that decides the result, with name, version and digest, and how the series were chosen. */
    List<String> parts();

    /** Hears of the complete result while the providers are still held; returns at once and never fails. */
    void completed(ScoredStudy study);

    /** Gives all providers back. */
    @Override
    void close();
}
