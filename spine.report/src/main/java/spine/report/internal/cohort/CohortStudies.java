package spine.report.internal.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.common.file.AtomicFolder;
import spine.common.text.DicomUid;
import spine.report.internal.summary.StudySummary;
import spine.report.internal.summary.SummaryReader;

/**
 * The studies of a folder of results: those with a report, and those that only {@code studies.csv} names. Of a study with reports in
 * several folders that is shown whose folder its name names, else the first by name of the folder: its rows are those of the tables, too.
 */
final class CohortStudies {
    private final Path cohort;
    private final SummaryReader reader = new SummaryReader();

    private CohortStudies(Path cohort) {
        this.cohort = cohort;
    }

    /**
     * @param studies sorted by name, as the tables are; none if the folder has no results
     * @param others results of the same studies
     */
    record Found(List<CohortStudy> studies, OtherResults others) {
    }

    static Found of(Path cohort) throws UnusableInputException, IOException {
        return new CohortStudies(cohort).read();
    }

    private Found read() throws UnusableInputException, IOException {
        Map<String, StudyState> states = new LinkedHashMap<>(StudiesTable.read(cohort.resolve(StudiesTable.FILE)).states());
        List<CohortStudy> results = folders().parallelStream().map(folder -> withReport(folder, states)).toList();
        Map<String, CohortStudy> shown = new HashMap<>();
        results.stream().filter(CohortStudies::isRead).forEach(result -> shown.merge(result.name(), result,
                (first, other) -> other.folder().equals(other.name()) ? other : first));
        List<CohortStudy> studies = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (CohortStudy result : results) {
            if (!isRead(result) || shown.get(result.name()) == result) {
                studies.add(result);
            } else {
                others.add(result.folder());
            }
        }
        Set<String> named = new HashSet<>();
        studies.forEach(study -> named.add(StudiesTable.name(study.name())));
        states.forEach((study, state) -> {
            if (!named.contains(study)) {
                studies.add(withoutReport(study, state));
            }
        });
        studies.sort(Comparator.comparing(CohortStudy::name).thenComparing(CohortStudy::folder));
        return new Found(studies, new OtherResults(others));
    }

    /** Of a result that cannot be read nobody knows the study. */
    private static boolean isRead(CohortStudy result) {
        return result.summary().isPresent();
    }

    /** Names of the folders with a report, sorted. */
    private List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(cohort)) {
            return all.filter(folder -> Files.exists(folder.resolve(SummaryReader.FILE)) && !AtomicFolder.isKept(folder))
                    .sorted().map(folder -> folder.getFileName().toString()).filter(name -> !name.startsWith(".")).toList();
        }
    }

    private CohortStudy withReport(String folder, Map<String, StudyState> states) {
        try {
            StudySummary summary = reader.read(cohort.resolve(folder));
            StudyState state = Optional.ofNullable(states.get(StudiesTable.name(summary.study())))
                    .filter(of -> !of.status().isEmpty()).orElse(StudyState.of(summary));
            return CohortStudy.of(cohort, summary.study(), folder, state, Optional.of(summary));
        } catch (UnusableInputException broken) {
            return CohortStudy.of(cohort, folder, folder, new StudyState(StudyState.UNREADABLE, broken.getMessage(), ""),
                    Optional.empty());
        }
    }

    private CohortStudy withoutReport(String study, StudyState state) {
        boolean there = DicomUid.isValid(study) && Files.isDirectory(cohort.resolve(study));
        String reason = there && state.reason().isEmpty() ? "Its scores are not shown here, because it has no " + SummaryReader.FILE + "."
                : state.reason();
        String status = state.status().isEmpty() ? StudyState.UNKNOWN : state.status();
        return CohortStudy.of(cohort, study, there ? study : "", new StudyState(status, reason, state.warnings()), Optional.empty());
    }
}
