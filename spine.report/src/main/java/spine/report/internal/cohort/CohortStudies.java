package spine.report.internal.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.common.file.AtomicFolder;
import spine.report.internal.summary.StudySummary;
import spine.report.internal.summary.SummaryReader;

/** The studies of a folder of results: those with a report, and those that only {@code studies.csv} names. */
final class CohortStudies {
    private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    private final Path cohort;
    private final SummaryReader reader = new SummaryReader();

    private CohortStudies(Path cohort) {
        this.cohort = cohort;
    }

    /** @return sorted by name, as the tables are; none if the folder has no results */
    static List<CohortStudy> of(Path cohort) throws UnusableInputException, IOException {
        return new CohortStudies(cohort).read();
    }

    private List<CohortStudy> read() throws UnusableInputException, IOException {
        Map<String, StudyState> states = new LinkedHashMap<>(StudiesTable.read(cohort.resolve(StudiesTable.FILE)).states());
        List<CohortStudy> studies = new ArrayList<>(folders().parallelStream().map(folder -> withReport(folder, states)).toList());
        Set<String> named = new HashSet<>();
        studies.forEach(study -> named.add(StudiesTable.name(study.name())));
        states.forEach((study, state) -> {
            if (!named.contains(study)) {
                studies.add(withoutReport(study, state));
            }
        });
        studies.sort(Comparator.comparing(CohortStudy::name).thenComparing(CohortStudy::folder));
        return studies;
    }

    /** Names of the folders with a report, sorted. */
    private List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(cohort)) {
            return all.filter(folder -> Files.exists(folder.resolve(SummaryReader.FILE)) && !AtomicFolder.isKept(folder))
                    .map(folder -> folder.getFileName().toString()).filter(name -> !name.startsWith(".")).sorted().toList();
        }
    }

    private CohortStudy withReport(String folder, Map<String, StudyState> states) {
        try {
            StudySummary summary = reader.read(cohort.resolve(folder));
            StudyState state = Optional.ofNullable(states.get(StudiesTable.name(summary.study()))).orElse(StudyState.of(summary));
            return CohortStudy.of(cohort, summary.study(), folder, state, Optional.of(summary));
        } catch (UnusableInputException broken) {
            return CohortStudy.of(cohort, folder, folder, new StudyState(StudyState.UNREADABLE, broken.getMessage(), ""),
                    Optional.empty());
        }
    }

    private CohortStudy withoutReport(String study, StudyState state) {
        boolean there = UID.matcher(study).matches() && Files.isDirectory(cohort.resolve(study));
        String reason = there && state.reason().isEmpty() ? "Its scores are not shown here, because it has no " + SummaryReader.FILE + "."
                : state.reason();
        return CohortStudy.of(cohort, study, there ? study : "", new StudyState(state.status(), reason, state.warnings()),
                Optional.empty());
    }
}
