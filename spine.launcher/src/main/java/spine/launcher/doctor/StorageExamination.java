package spine.launcher.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import spine.launcher.storage.BundleStorage;

/** The installed bundles that the framework keeps are whole, or a process has them. */
final class StorageExamination implements Examination {
    private final Path run;
    private final String build;

    /** @param build what belongs to another one is not used again */
    StorageExamination(Path run, String build) {
        this.run = run;
        this.build = build;
    }

    @Override
    public Finding examine(boolean fix) throws IOException {
        List<Path> removed = BundleStorage.removeBroken(run, build);
        return removed.isEmpty() ? Finding.ok("Whole, in use or empty.")
                : Finding.mended(removed.stream().map(Path::toString).collect(Collectors.joining(", "))
                        + " was not left in order and was removed; the next command installs it anew.");
    }
}
