package spine.timeline.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.UnusableInputException;
import spine.api.deidentification.StudyIdentities;
import spine.api.deidentification.StudyIdentity;

/**
 * Finds out of whom a study is.
 *
 * @param key file of the secret
 */
record IdentitySearch(StudyIdentities identities, Path key) {
    private static final Logger LOG = LoggerFactory.getLogger(IdentitySearch.class);
    /** Beside images there may be other files; a study whose first ones cannot be read is not read to its end. */
    private static final int TRIED = 20;

    /**
     * Looks at the images, and where they are gone at the objects of the result, which have the patient of the images.
     *
     * @return empty if none of them can tell
     */
    Optional<StudyIdentity> find(String study, List<Path> images, Path result) throws IOException {
        Optional<StudyIdentity> found = first(study, images);
        return found.isPresent() ? found : first(study, objects(result));
    }

    private Optional<StudyIdentity> first(String study, List<Path> files) throws IOException {
        for (Path file : files.stream().filter(Files::isRegularFile).limit(TRIED).toList()) {
            try {
                StudyIdentity identity = identities.identity(file, key);
                if (identity.studyInstanceUid().equals(study)) {
                    return Optional.of(identity);
                }
            } catch (UnusableInputException e) {
                if (String.valueOf(e.getMessage()).contains(key.toString())) {
                    throw new IOException(e.getMessage(), e);
                }
                LOG.debug("{} does not tell of whom study {} is", file, study, e);
            }
        }
        return Optional.empty();
    }

    private static List<Path> objects(Path result) throws IOException {
        List<Path> objects = new ArrayList<>();
        try (Stream<Path> files = Files.walk(result)) {
            files.filter(file -> file.getFileName().toString().endsWith(".dcm")).sorted().limit(TRIED).forEach(objects::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return objects;
    }
}
