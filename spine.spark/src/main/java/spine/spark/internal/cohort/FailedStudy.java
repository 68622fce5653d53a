package spine.spark.internal.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import spine.app.embedded.StudyOutcome;
import spine.common.csv.CsvText;
import spine.common.file.AtomicFile;

/**
 * A row of {@code failures.csv}.
 *
 * @param study StudyInstanceUID; empty if nothing is known of a study
 * @param location where it lies
 * @param reason one sentence
 */
public record FailedStudy(String study, String location, String reason) {
    /** Name of the table. */
    static final String FILE = "failures.csv";

    private static final Comparator<FailedStudy> ORDER = Comparator.comparing(FailedStudy::study).thenComparing(FailedStudy::location);

    /** @param outcome has no result */
    static FailedStudy of(StudyOutcome outcome) {
        return new FailedStudy(outcome.study(), outcome.location(), outcome.reason());
    }

    /** Writes the table of all, sorted, in place of an older one; without any there is none. */
    static void write(List<FailedStudy> failed, Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (failed.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        CsvText csv = new CsvText(0).line("study", "location", "reason");
        failed.stream().sorted(ORDER).forEach(one -> csv.line(one.study(), one.location(), one.reason()));
        AtomicFile.write(file, csv.toString());
    }
}
