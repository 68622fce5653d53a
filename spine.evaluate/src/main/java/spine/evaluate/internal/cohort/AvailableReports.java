package spine.evaluate.internal.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spine.api.UnusableInputException;
import spine.evaluate.internal.study.StudyReport;

/** The reports below a folder, and which of them were asked for. For one thread. */
public final class AvailableReports {
    private final Path folder;
    private final Map<String, StudyReport> reports;
    private final Map<Path, String> unusable;
    private final Set<String> asked = new HashSet<>();

    private AvailableReports(Path folder, ReportFinder.Found found) {
        this.folder = folder;
        this.reports = found.reports();
        this.unusable = new LinkedHashMap<>(found.unusable());
    }

    /** @throws UnusableInputException if there is none */
    static AvailableReports below(Path folder, ReportFinder finder) throws UnusableInputException, IOException {
        ReportFinder.Found found = finder.find(finder.reports(folder));
        if (found.reports().isEmpty() && found.unusable().isEmpty()) {
            throw new UnusableInputException("There is no report.json and no structured report below " + folder + ".");
        }
        return new AvailableReports(folder, found);
    }

    /** @throws UnusableInputException if there is no usable report of the study; the sentence says why */
    public StudyReport of(String study) throws UnusableInputException {
        asked.add(study);
        StudyReport report = reports.get(study);
        if (report == null) {
            throw new UnusableInputException(whyAbsent(study));
        }
        return report;
    }

    /** The folder of a result is named by its study; if the report in it is broken, that is the reason and is listed once. */
    private String whyAbsent(String study) {
        for (Path file : unusable.keySet()) {
            if (file.toAbsolutePath().getParent().getFileName().toString().equals(study)) {
                return unusable.remove(file);
            }
        }
        return Files.isDirectory(folder.resolve(study)) ? "Its result folder holds no report.json." : "No report of this study was found.";
    }

    /** Broken reports, and those that nobody asked for. */
    List<UnevaluatedStudy> rest() {
        List<UnevaluatedStudy> rest = new ArrayList<>();
        unusable.forEach((file, reason) -> rest.add(new UnevaluatedStudy(file.toString(), reason, false)));
        reports.keySet().stream().filter(study -> !asked.contains(study))
                .forEach(study -> rest.add(new UnevaluatedStudy(study, "There is no truth of it.", false)));
        return rest;
    }
}
