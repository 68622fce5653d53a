package spine.evaluate.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import spine.api.cohort.ReaderStudy;
import spine.common.file.AtomicFile;
import spine.evaluate.internal.page.ReaderStudyPage;
import spine.evaluate.internal.readerstudy.ReaderStudyResult;

/** Writes a study of readers as files: a page to read, the figures for programs, and what they rest on. */
public final class ReaderStudyFiles {

    private ReaderStudyFiles() {
    }

    /**
     * Writes all files; each appears complete or not at all.
     *
     * @param folder made if absent
     */
    public static void write(Path folder, ReaderStudyResult result) throws IOException {
        Files.createDirectories(folder);
        AtomicFile.write(folder.resolve(ReaderStudy.PAGE), ReaderStudyPage.html(result));
        AtomicFile.write(folder.resolve(ReaderStudy.JSON), new ReaderStudyJson().text(result));
        AtomicFile.write(folder.resolve(ReaderStudy.CSV), ReaderStudyCsv.figures(result));
        AtomicFile.write(folder.resolve(ReaderStudy.RATINGS), ReaderStudyCsv.ratings(result.studies()));
    }
}
