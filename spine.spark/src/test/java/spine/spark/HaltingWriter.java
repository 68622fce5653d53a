package spine.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;

/** A writer that ends its process at one study, as a crash in native code would. It is dropped in, so its file tells who has the bundle. */
public final class HaltingWriter implements ReportWriter {
    /** The word after {@code --format}, which is a file too. */
    static final String FORMAT = "halting";
    /** Environment variable: the study. */
    static final String VICTIM = "SPINE_TEST_VICTIM";

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        String study = result.study().studyInstanceUid();
        if (study.equals(System.getenv(VICTIM))) {
            Runtime.getRuntime().halt(1);
        }
        return List.of(Files.writeString(folder.resolve(FORMAT), study));
    }
}
