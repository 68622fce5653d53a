package spine.runtime;

import java.nio.file.Path;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;

/** Finds studies with whatever readers there are. Safe for use by many threads. */
@ProviderType
public interface StudyFinder {

    /**
     * Each location goes to the first reader that knows what to do with it.
     *
     * @param locations files and folders, at least one
     * @return at least one study, in the order of the locations
     * @throws UnusableInputException if a location does not exist, no reader knows it or it holds no image
     * @throws spine.pipeline.ProviderFailedException if a reader fails or does not answer in time
     */
    List<StudySource> find(List<Path> locations, SeriesChoice choice) throws UnusableInputException;
}
