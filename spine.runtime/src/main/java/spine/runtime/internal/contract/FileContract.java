package spine.runtime.internal.contract;

import static spine.runtime.internal.contract.Promise.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** What {@link spine.api.report.ReportWriter} promises of the files that it names. */
public final class FileContract {
    private final Path folder;

    /** @param folder that was given to the writer */
    public FileContract(Path folder) {
        this.folder = folder;
    }

    /**
     * @param files as the writer named them
     * @throws BrokenContractException if one is not there, is no plain file or lies elsewhere
     * @throws IOException if the folder cannot be looked at
     */
    public void check(List<Path> files) throws BrokenContractException, IOException {
        Path home = folder.toRealPath();
        for (Path file : files) {
            require(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), () -> file.getFileName() + " is not a file that was written");
            require(file.toRealPath().startsWith(home), () -> file.getFileName() + " lies outside of the folder of the result");
        }
    }
}
