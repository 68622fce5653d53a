package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import spine.common.digest.Sha256;
import spine.pipeline.result.Manifest;

/**
 * A result in its place, told from others that were there before or came after.
 *
 * @param folder absolute and normalised
 * @param manifest SHA-256 of its manifest
 */
record ResultVersion(Path folder, String manifest) {

    ResultVersion {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(manifest, "manifest");
    }

    /**
     * That which is there at the moment.
     *
     * @param folder absolute and normalised
     * @return empty if there is no result, or one that shows no spine, which cannot be compared
     */
    static Optional<ResultVersion> in(Path folder) throws IOException {
        try {
            return Manifest.in(folder).noSpine().isPresent() ? Optional.empty()
                    : Optional.of(new ResultVersion(folder, Sha256.of(folder.resolve(Manifest.FILE))));
        } catch (NoSuchFileException noneOrReplacedMeanwhile) {
            return Optional.empty();
        }
    }
}
