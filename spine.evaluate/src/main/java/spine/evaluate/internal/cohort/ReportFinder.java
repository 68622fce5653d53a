package spine.evaluate.internal.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.api.report.ReportReader;
import spine.evaluate.internal.study.ReportParser;
import spine.evaluate.internal.study.ReportedStudyView;
import spine.evaluate.internal.study.StudyReport;

/** Finds reports and reads them: {@code report.json}, and in folders without one the reports of other formats. */
final class ReportFinder {
    private static final String JSON = ".json";

    private final ReportParser parser = new ReportParser();
    private final ReportReader others;

    ReportFinder(ReportReader others) {
        this.others = others;
    }

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

    /**
     * All reports below the folder, sorted: of several in one folder {@code report.json}.
     *
     * @throws UnusableInputException if the folder does not exist
     */
    List<Path> reports(Path folder) throws UnusableInputException, IOException {
        List<Path> json = files(folder, "report.json");
        Set<Path> folders = json.stream().map(Path::getParent).collect(Collectors.toSet());
        try (Stream<Path> walk = Files.walk(folder)) {
            return Stream.concat(json.stream(), walk.filter(others::reads).filter(Files::isRegularFile)
                    .filter(file -> !folders.contains(file.getParent()))).sorted().toList();
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
            return Optional.of(file.toString().endsWith(JSON) ? parser.read(file) : ReportedStudyView.of(file, others.read(file)));
        } catch (UnusableInputException broken) {
            unusable.put(file, broken.getMessage());
            return Optional.empty();
        }
    }
}
