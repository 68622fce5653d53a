package spine.api.intake;

import java.util.Objects;

/**
 * An object that was kept.
 *
 * @param studyInstanceUid of the study it belongs to
 * @param sopClass SOP class UID
 * @param sopInstance SOP instance UID
 * @param kind what it is to the platform
 */
public record StoredObject(String studyInstanceUid, String sopClass, String sopInstance, Kind kind) {

    /** What an object is to the platform. */
    public enum Kind {
        /** Was not there before. */
        NEW,
        /** Was there before, with the same content: nothing changes. */
        REPEATED,
        /** Was there before, with another content, which it replaces. */
        CHANGED,
        /** Was made by a platform like this; it is no image to score. */
        RESULT
    }

    public StoredObject {
        Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
        Objects.requireNonNull(sopClass, "sopClass");
        Objects.requireNonNull(sopInstance, "sopInstance");
        Objects.requireNonNull(kind, "kind");
    }
}
