package spine.evaluate.internal.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import spine.api.UnusableInputException;

/** Finds the reports below a folder. */
public final class ReportFinder {
    private final ReportParser parser;

    public ReportFinder(ReportParser parser) {
        this.parser = parser;
    }

    /**
     * All files of that name below the folder, by study, in the order of their paths.
     *
     * @throws UnusableInputException if the folder does not exist, or two files speak of one study
     */
    public Map<String, StudyReport> find(Path folder, String name) throws UnusableInputException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new UnusableInputException(folder + " is not a folder.");
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.getFileName().toString().equals(name)).filter(Files::isRegularFile).sorted().toList();
        }
        Map<String, StudyReport> reports = new LinkedHashMap<>();
        for (Path file : files) {
            StudyReport report = parser.read(file);
            StudyReport other = reports.putIfAbsent(report.studyInstanceUid(), report);
            if (other != null) {
                throw new UnusableInputException(other.file() + " and " + file + " speak of the same study.");
            }
        }
        return reports;
    }
}
