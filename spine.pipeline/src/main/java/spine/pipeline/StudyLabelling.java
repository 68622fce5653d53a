package spine.pipeline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import spine.api.UnusableInputException;
import spine.api.deidentification.StudyLabels;
import spine.api.image.Study;
import spine.api.image.StudyLabel;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;

/** Gives a study the label that its request asks for. */
interface StudyLabelling {
    /** UIDs are enough. */
    StudyLabelling NONE = study -> StudyLabel.NONE;

    /**
     * @throws UnusableInputException if the images or the key cannot tell
     * @throws IOException if an image cannot be read
     */
    StudyLabel of(Study study) throws UnusableInputException, IOException;

    /** @throws UnavailableException if a label is asked for and nothing gives any */
    static StudyLabelling asked(ScoringRequest request, Optional<StudyLabels> labels) throws UnavailableException {
        if (request.pseudonymKey().isEmpty() && !request.studyDate()) {
            return NONE;
        }
        StudyLabels source = labels.orElseThrow(
                () -> new UnavailableException("Nothing is installed that tells pseudonyms and dates of studies."));
        return study -> source.label(image(study), request.pseudonymKey(), request.studyDate());
    }

    private static Path image(Study study) throws UnusableInputException {
        URI file = study.stacks().get(0).slices().get(0).source().filter(uri -> "file".equals(uri.getScheme()))
                .orElseThrow(() -> new UnusableInputException("study " + study.studyInstanceUid()
                        + " lies in no files, so that nothing can tell its pseudonym or date"));
        return Path.of(file);
    }
}
