package spine.timeline.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Objects;

import spine.api.deidentification.StudyIdentity;

/**
 * A result, as it is remembered. It names nobody: what tells of the patient is derived with the key of the home.
 *
 * @param identity of its study; with pseudonym
 * @param folder absolute and normalised
 * @param manifest SHA-256 of its manifest, by which a newer result in the same place is told from it
 * @param images that were scored
 * @param comparison {@link TimePoints#digest()} of what its comparison was made of, or was to be made of; empty before
 * @param failed whether it could not be made
 */
record RememberedResult(StudyIdentity identity, Path folder, String manifest, ImageFiles images, String comparison, boolean failed) {
    /** The oldest first, as far as their headers tell. */
    static final Comparator<RememberedResult> BY_TIME = Comparator
            .comparing((RememberedResult result) -> result.identity.date().orElseThrow())
            .thenComparing(result -> result.identity.time().orElse(LocalTime.MIN)).thenComparing(RememberedResult::study);

    RememberedResult {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(images, "images");
        Objects.requireNonNull(comparison, "comparison");
    }

    String study() {
        return identity.studyInstanceUid();
    }

    String patient() {
        return identity.pseudonym().orElseThrow();
    }

    /** The folder of results that it lies in. */
    Path results() {
        return folder.getParent();
    }

    RememberedResult compared(String digest, boolean withoutSuccess) {
        return new RememberedResult(identity, folder, manifest, images, digest, withoutSuccess);
    }

    boolean isThere() {
        return Files.isDirectory(folder);
    }

    /** Whether it was removed; where even the folder of results is missing, it may come back, as a disk does that is not mounted. */
    boolean isRemoved() {
        return !isThere() && Files.isDirectory(results());
    }

    /** Whether the headers say that it was made earlier. */
    boolean isBefore(RememberedResult other) {
        int days = identity.date().orElseThrow().compareTo(other.identity.date().orElseThrow());
        return days < 0 || days == 0 && identity.time().isPresent() && other.identity.time().isPresent()
                && identity.time().get().isBefore(other.identity.time().get());
    }
}
