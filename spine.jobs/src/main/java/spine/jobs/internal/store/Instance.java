package spine.jobs.internal.store;

import java.util.Objects;

/**
 * An object that was received.
 *
 * @param study StudyInstanceUID
 * @param sop SOPInstanceUID
 * @param sopClass SOPClassUID
 * @param role what it is to the platform
 * @param revision of the job whose content it first was a part of; 0 for what is no image
 * @param digest SHA-256 of its data set
 * @param bytes of its file
 * @param file name in the folder of the study; empty after it was removed
 * @param sender who brought it
 * @param node id of the node that has the file
 */
public record Instance(String study, String sop, String sopClass, Role role, int revision, String digest, long bytes, String file,
        String sender, String node) {

    /** What an object is to the platform. */
    public enum Role {
        /** It counts for the content of the study. */
        IMAGE,
        /** It has no pixels: a report, a presentation. */
        OTHER,
        /** A platform like this has made it. */
        RESULT
    }

    public Instance {
        Objects.requireNonNull(study, "study");
        Objects.requireNonNull(sop, "sop");
        Objects.requireNonNull(sopClass, "sopClass");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(node, "node");
    }
}
