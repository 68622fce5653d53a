package spine.pipeline.result;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import spine.api.service.ExistingResult;
import spine.api.service.ExistingResult.State;
import spine.common.file.AtomicFolder;
import spine.common.file.BoundedFile;

/**
 * The folder that takes the result of one study. It is replaced as a whole, but not if a person changed it or it is no result at all: then
 * only on demand, and it is kept beside under another name. For one thread.
 */
public final class ResultFolder {
    /** To look at a folder that other writers replace at the same time. */
    private static final int ATTEMPTS = 100;
    private static final ExistingResult NO_MANIFEST = new ExistingResult(State.CHANGED,
            "It has no readable " + Manifest.FILE + ", as every result has.");

    private final Path folder;
    private final ResultOrigin origin;
    private final boolean overwrite;

    /**
     * @param origin what decides the result that goes there
     * @param overwrite whether what a person changed, or what is no result, is replaced too
     */
    public ResultFolder(Path folder, ResultOrigin origin, boolean overwrite) {
        this.folder = linked(folder.toAbsolutePath().normalize());
        this.origin = origin;
        this.overwrite = overwrite;
    }

    /** Where a link leads, so that it stays and what it leads to is looked at and replaced. */
    private static Path linked(Path folder) {
        try {
            return Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
        } catch (IOException leadsNowhere) {
            return folder;
        }
    }

    /** A folder for a result whose origin nobody has to know again; only an unchanged result there is replaced. */
    public static ResultFolder of(Path folder, String studyInstanceUid) {
        return new ResultFolder(folder, ResultOrigin.unknown(studyInstanceUid), false);
    }

    /**
     * Looks at a folder that nobody else writes.
     *
     * @return why it is not the whole result of a study as it was written, a sentence; empty if it is
     */
    public static Optional<String> flaw(Path folder, String studyInstanceUid) throws IOException {
        ResultFolder result = of(folder, studyInstanceUid);
        ExistingResult existing = result.existing();
        if (existing.state() == State.OUTDATED && result.isOf(studyInstanceUid)) {
            return Optional.empty();
        }
        return Optional.of(existing.state() == State.NONE ? "It is empty." : existing.reason());
    }

    private boolean isOf(String studyInstanceUid) throws IOException {
        return Manifest.in(folder).origin().studyInstanceUid().equals(studyInstanceUid);
    }

    /** Where the result appears. */
    public Path folder() {
        return folder;
    }

    /** What the folder holds already, seen from what would go there. */
    public ExistingResult existing() throws IOException {
        for (int attempt = 1;; attempt++) {
            try {
                return look();
            } catch (NoSuchFileException replacedMeanwhile) {
                if (attempt == ATTEMPTS) {
                    return NO_MANIFEST;
                }
            }
        }
    }

    /** @throws NoSuchFileException if there is no manifest, or another writer takes the folder away just now */
    private ExistingResult look() throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS) || isEmpty()) {
            return new ExistingResult(State.NONE, "");
        }
        if (!Files.isDirectory(folder)) {
            return new ExistingResult(State.CHANGED, "It is a file, and no folder of a result.");
        }
        byte[] bytes;
        Manifest manifest;
        try {
            bytes = BoundedFile.regular(folder.resolve(Manifest.FILE), BoundedFile.LONGEST);
            manifest = ManifestJson.read(bytes);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            return NO_MANIFEST;
        }
        Optional<String> change = ManifestJson.isAsWritten(bytes) ? manifest.changeIn(folder)
                : Optional.of(Manifest.FILE + " was changed since it was written.");
        if (change.isPresent() && !Arrays.equals(bytes, Files.readAllBytes(folder.resolve(Manifest.FILE)))) {
            throw new NoSuchFileException(folder.toString());
        }
        if (origin.isOfModels() && !manifest.origin().isOfModels()) {
            return new ExistingResult(State.CHANGED, change.orElse("It is a result that a person has corrected, or of another program."));
        }
        Optional<String> difference = origin.differenceFrom(manifest.origin());
        if (difference.isEmpty()) {
            return new ExistingResult(State.CURRENT, change.orElse(""), manifest.noSpine());
        }
        return change.map(what -> new ExistingResult(State.CHANGED, what)).orElse(new ExistingResult(State.OUTDATED, difference.get()));
    }

    /** @throws FileAlreadyExistsException if what is there must not be replaced; its reason is a sentence */
    public void requireReplaceable() throws IOException {
        mayHoldChanges();
    }

    /** Begins the new result. @throws java.nio.file.NotDirectoryException if a file is there that must not be replaced */
    public AtomicFolder begin() throws IOException {
        return overwrite ? AtomicFolder.insteadOf(folder) : AtomicFolder.replace(folder);
    }

    /**
     * Adds the manifest and moves the result into place.
     *
     * @param fresh complete but for the manifest
     * @param scored ids of the indices that gave a score: a result without one that was asked for is not finished
     * @param noSpine why the images are taken for no spine, a sentence; empty for a spine
     * @throws FileAlreadyExistsException if what is there must not be replaced
     */
    public void publish(AtomicFolder fresh, List<String> scored, Optional<String> noSpine) throws IOException {
        Files.write(fresh.staging().resolve(Manifest.FILE), ManifestJson.write(Manifest.of(origin.of(scored), noSpine, fresh.staging())));
        if (mayHoldChanges()) {
            fresh.publishKeepingOld();
        } else {
            fresh.publish();
        }
    }

    private boolean mayHoldChanges() throws IOException {
        ExistingResult existing = existing();
        boolean changed = existing.state() == State.CHANGED || existing.state() == State.CURRENT && !existing.reason().isEmpty();
        if (changed && !overwrite) {
            throw new FileAlreadyExistsException(folder.toString(), null, existing.reason());
        }
        return changed;
    }

    private boolean isEmpty() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
