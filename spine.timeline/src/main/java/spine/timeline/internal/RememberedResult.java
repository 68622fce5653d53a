package spine.timeline.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

import spine.api.deidentification.StudyIdentity;

/**
 * A result, as it is remembered. It names nobody: what tells of the patient is derived with the key of the home.
 *
 * @param identity of its study; with pseudonym
 * @param version what lies where
 * @param images that were scored
 * @param corrects the result that a person corrected to this one; empty if it is what the models gave
 * @param comparison {@link TimePoints#digest()} of what its comparison was made of, or was to be made of; empty before
 * @param failed whether it could not be made
 */
record RememberedResult(StudyIdentity identity, ResultVersion version, ImageFiles images, Optional<ResultVersion> corrects,
        String comparison, boolean failed) {
    /** The oldest first, as far as their headers tell. */
    static final Comparator<RememberedResult> BY_TIME = Comparator
            .comparing((RememberedResult result) -> result.identity.date().orElseThrow())
            .thenComparing(result -> result.identity.time().orElse(LocalTime.MIN)).thenComparing(RememberedResult::study);

    RememberedResult {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(images, "images");
        Objects.requireNonNull(corrects, "corrects");
        Objects.requireNonNull(comparison, "comparison");
    }

    String study() {
        return identity.studyInstanceUid();
    }

    String patient() {
        return identity.pseudonym().orElseThrow();
    }

    Path folder() {
        return version.folder();
    }

    /** The folder of results that it lies in. */
    Path results() {
        return folder().getParent();
    }

    RememberedResult compared(String digest, boolean withoutSuccess) {
        return new RememberedResult(identity, version, images, corrects, digest, withoutSuccess);
    }

    boolean isThere() {
        return Files.isDirectory(folder());
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
