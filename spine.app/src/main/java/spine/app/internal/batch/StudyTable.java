package spine.app.internal.batch;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import spine.common.csv.CsvRows;
import spine.common.csv.CsvText;
import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;

/**
 * A CSV file with rows of many studies, sorted by study: so it does not depend on the order in which they were scored. Rows with other
 * columns can join; a field that a row does not have is empty. For one thread.
 */
final class StudyTable {
    private static final String STUDY = "study";

    private final Set<String> columns = new LinkedHashSet<>();
    private final List<Map<String, String>> rows = new ArrayList<>();

    /** @throws BrokenTableException if the file is no such table */
    static StudyTable read(Path file) throws IOException {
        StudyTable table = new StudyTable();
        if (!Files.exists(file)) {
            return table;
        }
        try {
            CsvRows read = CsvRows.of(text(file));
            if (!read.columns().contains(STUDY)) {
                throw new IllegalArgumentException("it has no column " + STUDY + " between commas");
            }
            table.columns.addAll(read.columns());
            table.rows.addAll(read.rows());
        } catch (IllegalArgumentException e) {
            throw new BrokenTableException(file + " is not a table of studies: " + e.getMessage(), e);
        }
        return table;
    }

    private static String text(Path file) throws IOException {
        try {
            BoundedFile.requireRegular(file);
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new BrokenTableException(file + " is not a table of studies, because it is not in UTF-8", e);
        }
    }

    boolean has(String study) {
        return rows.stream().anyMatch(row -> isOf(study, row));
    }

    /** The study of the first row that names one. */
    Optional<String> firstStudy() {
        return rows.stream().map(row -> row.get(STUDY)).filter(study -> !study.isEmpty()).findFirst();
    }

    /** Puts the rows of a study in place of those that it has; with all their columns. */
    void replace(String study, StudyTable others) {
        columns.addAll(others.columns);
        rows.removeIf(row -> isOf(study, row));
        others.rows.stream().filter(row -> isOf(study, row)).forEach(rows::add);
    }

    /** Whether it has the rows of a study as the others have them, apart from columns that these do not have. */
    boolean holds(String study, StudyTable others) {
        return columns.containsAll(others.columns) && fields(study, others.columns).equals(others.fields(study, others.columns));
    }

    private List<List<String>> fields(String study, Set<String> named) {
        return rows.stream().filter(row -> isOf(study, row)).map(row -> named.stream().map(column -> row.getOrDefault(column, ""))
                .toList()).toList();
    }

    /** The same with one row, whose columns come in the order of the map. */
    void replace(String study, Map<String, String> row) {
        columns.addAll(row.keySet());
        rows.removeIf(old -> isOf(study, old));
        rows.add(new LinkedHashMap<>(row));
    }

    /** A name that a spreadsheet would take for a formula is written otherwise, and read as it was written. */
    private static boolean isOf(String study, Map<String, String> row) {
        return CsvText.text(study).equals(CsvText.text(row.get(STUDY)));
    }

    /** Changes one field in the rows of a study. */
    void set(String study, String column, String value) {
        columns.add(column);
        rows.stream().filter(row -> isOf(study, row)).forEach(row -> row.put(column, value));
    }

    /** The file appears complete or not at all. */
    void write(Path file) throws IOException {
        CsvText csv = new CsvText(0).line(columns);
        rows.stream().sorted(Comparator.comparing(row -> row.get(STUDY))).forEach(row -> csv.line(fields(row)));
        AtomicFile.write(file, csv.toString());
    }

    private Collection<String> fields(Map<String, String> row) {
        return columns.stream().map(column -> row.getOrDefault(column, "")).collect(Collectors.toList());
    }
}
