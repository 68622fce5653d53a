package spine.api.image;

import spine.api.UnusableInputException;

/** A study that was found but whose pixels are not in memory yet. */
public interface StudySource {

    /** Identity of the study, not null. */
    String studyInstanceUid();

    /**
     * Chooses the stacks and reads their pixels.
     *
     * @return the study, not null; every call reads anew
     * @throws UnusableInputException if the study holds nothing that can be scored; the sentence says what was seen
     */
    Study load() throws UnusableInputException;
}
