package spine.spark.internal.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.app.embedded.StudyFiles;
import spine.app.embedded.StudyOutcome;

class FailedStudyTest {
    @TempDir
    Path folder;

    @Test
    void rowsAreSortedAndQuoted() throws Exception {
        FailedStudy.write(List.of(failed("1.3", "No, not this.", "/d/s"), new FailedStudy("", "/d/x", "Gone."),
                failed("1.20", "Broken.", "/d/t/1")), folder);
        assertEquals(List.of("study,location,reason", "\"\",/d/x,Gone.", "1.20,/d/t/1,Broken.", "1.3,/d/s,\"No, not this.\""),
                Files.readAllLines(folder.resolve(FailedStudy.FILE)));
    }

    @Test
    void theTableOfAnEarlierRunGoes() throws Exception {
        FailedStudy.write(List.of(failed("1.3", "Broken.", "/d/1")), folder);
        FailedStudy.write(List.of(), folder);
        assertFalse(Files.exists(folder.resolve(FailedStudy.FILE)));
    }

    private static FailedStudy failed(String study, String reason, String location) {
        return FailedStudy.of(new StudyFiles(study, location, List.of(location + "/1")).without(StudyOutcome.Status.FAILED, reason));
    }
}
