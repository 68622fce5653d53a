package spine.app.internal.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import spine.app.embedded.StudyOutcome;
import spine.app.embedded.StudyOutcome.Status;

/**
 * The tables beside the result folders: {@code studies.csv} says what became of every study, the others join those of the studies
 * that have any. Rows of studies that are in the tables from earlier runs stay, and so do those of a study that is kept; a new result
 * takes those of the older one away, also where it has no such table. The long tables, which would take longer to write with every study,
 * are written once.
 */
public final class BatchTables {
    private static final String STUDIES = "studies.csv";
    private static final String REASON = "reason";
    private static final String SCORES = "scores.csv";
    private static final List<String> LONG = List.of("totals.csv", "units.csv", "measures.csv", "lesions.csv");

    private final OutputPlace place;

    public BatchTables(OutputPlace place) {
        this.place = place;
    }

    /** @throws BrokenTableException if a file there has the name of a table and is none */
    public static void check(Path folder) throws IOException {
        StudyTable.read(folder.resolve(STUDIES));
        StudyTable.read(folder.resolve(SCORES));
        for (String name : LONG) {
            StudyTable.read(folder.resolve(name));
        }
    }

    /** Adds studies to the tables that grow with every study. */
    public void add(Collection<StudyOutcome> outcomes) throws IOException {
        place.alone(() -> {
            StudyTable studies = StudyTable.read(place.folder().resolve(STUDIES));
            for (StudyOutcome outcome : outcomes) {
                if (outcome.status() != Status.KEPT || !studies.has(outcome.study())) {
                    studies.replace(outcome.study(), row(outcome));
                } else if (!outcome.reason().isEmpty()) {
                    studies.set(outcome.study(), REASON, outcome.reason());
                }
            }
            studies.write(place.folder().resolve(STUDIES));
            join(outcomes, SCORES);
        });
    }

    /**
     * Adds studies to the long tables. A run that was killed may have left there what an older result of a study said, which is kept now:
     * so its rows are compared.
     */
    public void addToLong(Collection<StudyOutcome> outcomes) throws IOException {
        Map<String, Path> folders = new LinkedHashMap<>();
        outcomes.stream().filter(outcome -> outcome.status().hasResult()).forEach(outcome -> folders.put(outcome.study(),
                ResultFolders.of(place.folder(), outcome.study())));
        place.alone(() -> {
            for (String name : LONG) {
                gather(folders, name);
            }
        });
    }

    /** Joins the tables of all result folders that are there, whoever wrote them; in {@code studies.csv} nothing changes. */
    public void gather() throws IOException {
        Map<String, Path> folders = studies();
        place.alone(() -> {
            gather(folders, SCORES);
            for (String name : LONG) {
                gather(folders, name);
            }
        });
    }

    /** By the study that their tables name; of several the one that the page shows: named by the study, else the first by name. */
    private Map<String, Path> studies() throws IOException {
        Map<String, Path> folders = new TreeMap<>();
        for (Path folder : ResultFolders.in(place.folder())) {
            Optional<String> study = StudyTable.read(folder.resolve(SCORES)).firstStudy();
            if (study.isEmpty()) {
                study = StudyTable.read(folder.resolve("units.csv")).firstStudy();
            }
            study.ifPresent(named -> folders.merge(named, folder,
                    (first, other) -> other.getFileName().toString().equals(named) ? other : first));
        }
        return folders;
    }

    private void gather(Map<String, Path> folders, String name) throws IOException {
        StudyTable all = StudyTable.read(place.folder().resolve(name));
        boolean changed = false;
        for (Map.Entry<String, Path> study : folders.entrySet()) {
            Path file = study.getValue().resolve(name);
            if (all.has(study.getKey()) || Files.exists(file)) {
                StudyTable own = StudyTable.read(file);
                if (!all.holds(study.getKey(), own)) {
                    all.replace(study.getKey(), own);
                    changed = true;
                }
            }
        }
        if (changed) {
            all.write(place.folder().resolve(name));
        }
    }

    private void join(Collection<StudyOutcome> outcomes, String name) throws IOException {
        StudyTable all = StudyTable.read(place.folder().resolve(name));
        boolean changed = false;
        for (StudyOutcome outcome : outcomes) {
            Path file = ResultFolders.of(place.folder(), outcome.study()).resolve(name);
            boolean there = all.has(outcome.study());
            boolean wanted = outcome.status().hasResult() && !(outcome.status() == Status.KEPT && there);
            if (wanted && (there || Files.exists(file))) {
                all.replace(outcome.study(), StudyTable.read(file));
                changed = true;
            }
        }
        if (changed) {
            all.write(place.folder().resolve(name));
        }
    }

    private static Map<String, String> row(StudyOutcome outcome) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("study", outcome.study());
        row.put("folder", outcome.location());
        row.put("status", outcome.status().words());
        row.put(REASON, outcome.reason());
        row.put("seconds", String.format(Locale.ROOT, "%.1f", outcome.seconds()));
        row.put("warnings", outcome.warnings().stream().filter(warning -> !warning.equals(outcome.reason()))
                .collect(Collectors.joining(" ")));
        return row;
    }
}
