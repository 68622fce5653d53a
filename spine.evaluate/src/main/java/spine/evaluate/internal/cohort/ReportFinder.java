package spine.evaluate.internal.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.evaluate.internal.study.ReportParser;
import spine.evaluate.internal.study.StudyReport;

/** Finds reports and reads them. */
final class ReportFinder {
    private final ReportParser parser = new ReportParser();

    /**
     * @param reports by study, in the order of their paths
     * @param unusable reasons by file
     */
    record Found(Map<String, StudyReport> reports, Map<Path, String> unusable) {
    }

    /**
     * All files of that name below the folder, sorted.
     *
     * @throws UnusableInputException if the folder does not exist
     */
    List<Path> files(Path folder, String name) throws UnusableInputException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new UnusableInputException(folder + " is not a folder.");
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.getFileName().toString().equals(name)).filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** @throws UnusableInputException if two files are of one study */
    Found find(List<Path> files) throws UnusableInputException, IOException {
        Found found = new Found(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Path file : files) {
            Optional<StudyReport> report = read(file, found.unusable);
            StudyReport other = report.map(r -> found.reports.putIfAbsent(r.studyInstanceUid(), r)).orElse(null);
            if (other != null) {
                throw new UnusableInputException(other.file() + " and " + file + " are of the same study.");
            }
        }
        return found;
    }

    private Optional<StudyReport> read(Path file, Map<Path, String> unusable) throws IOException {
        try {
            return Optional.of(parser.read(file));
        } catch (UnusableInputException broken) {
            unusable.put(file, broken.getMessage());
            return Optional.empty();
        }
    }
}
