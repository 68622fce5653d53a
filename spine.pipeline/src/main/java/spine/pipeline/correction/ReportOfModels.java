package spine.pipeline.correction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import spine.api.UnusableInputException;
import spine.api.report.Predecessor;
import spine.api.report.ReportReader;
import spine.api.report.ReportedStudy;

/** The structured report in the result of the models, in whose place that of the corrected result comes. */
public final class ReportOfModels {

    private ReportOfModels() {
    }

    /**
     * @param result folder of the result
     * @param remarks gets a sentence on a report that cannot be named
     * @return empty if there is no report, or none that can be named
     * @throws IOException if the folder or the report cannot be read
     */
    public static Optional<Predecessor> in(Path result, String studyInstanceUid, ReportReader reader, List<String> remarks)
            throws IOException {
        Optional<Path> file;
        try (Stream<Path> files = Files.list(result)) {
            file = files.filter(Files::isRegularFile).filter(reader::reads).sorted().findFirst();
        }
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            ReportedStudy report = reader.read(file.get());
            if (report.studyInstanceUid().equals(studyInstanceUid)) {
                return report.document().map(document -> new Predecessor(OptionalInt.empty(), Optional.of(document)));
            }
            remarks.add(file.get().getFileName() + " in the result folder is of another study, so the corrected report does not name it.");
        } catch (UnusableInputException e) {
            remarks.add("The corrected report does not name that of the models as its predecessor: " + e.getMessage());
        }
        return Optional.empty();
    }
}
