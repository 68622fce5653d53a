package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import spine.common.digest.Sha256;
import spine.pipeline.result.Manifest;

/** What a result folder has at the moment. */
final class ResultState {

    private ResultState() {
    }

    /**
     * Tells one result of a place from another.
     *
     * @return SHA-256 of its manifest; empty if there is no result, or one that shows no spine, which cannot be compared
     */
    static Optional<String> of(Path folder) throws IOException {
        try {
            return Manifest.in(folder).noSpine().isPresent() ? Optional.empty() : Optional.of(Sha256.of(folder.resolve(Manifest.FILE)));
        } catch (NoSuchFileException noneOrReplacedMeanwhile) {
            return Optional.empty();
        }
    }
}
