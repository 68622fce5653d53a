package spine.api.image;

import java.nio.file.Path;
import java.util.List;
import spine.api.UnusableInputException;

/** A study that was found but whose pixels are not in memory yet. */
public interface StudySource {

    /** Identity of the study, not null. */
    String studyInstanceUid();

    /**
     * The files of the study, so that it can be found again without a search of all that it was found among, for instance by another
     * process: {@link StudyReader#find} of these locations gives this study and no other.
     *
     * @return in the order in which they were found, with what may be of the study and cannot be looked into, such as a folder; empty if
     *     the reader cannot tell
     */
    default List<Path> files() {
        return List.of();
    }

    /**
     * Chooses the stacks and reads their pixels.
     *
     * @return the study, not null; every call reads anew
     * @throws UnusableInputException if the study holds nothing that can be scored; the sentence says what was seen
     */
    Study load() throws UnusableInputException;
}
