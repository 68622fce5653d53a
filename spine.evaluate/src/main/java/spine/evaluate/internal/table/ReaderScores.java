package spine.evaluate.internal.table;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;

/**
 * Scores by reader and patient, from one file.
 *
 * @param patients of the file, in its order
 * @param readers scores by patient, by reader; without patients whom the reader has not scored
 */
record ReaderScores(Set<String> patients, Map<String, Map<String, Double>> readers) {
    /** The first columns of the table that scoring writes. */
    private static final List<String> SCORES_CSV = List.of("study", "index", "indexVersion");
    /** Beyond all scores; what is computed of greater ones has no room in a table. */
    private static final double MOST = 1e9;
    /** Names of a column that says of whom a line is. */
    private static final Set<String> PATIENT = Set.of("study", "patient", "subject", "case", "id", "studyinstanceuid", "patientid");

    /** @param total the one that counts of a table that scoring wrote; empty for its first */
    static ReaderScores of(CsvTable csv, Optional<String> total) throws UnusableInputException {
        boolean scored = csv.header().size() > SCORES_CSV.size() && csv.header().subList(0, SCORES_CSV.size()).equals(SCORES_CSV);
        return scored ? scores(csv, total) : readers(numbersRows(csv) ? csv.without(0) : csv);
    }

    /** Whether the first column is what R writes before a table unless it is told not to: the number of the row, without a name. */
    private static boolean numbersRows(CsvTable csv) {
        if (csv.header().size() < 3 || !csv.header().get(0).isBlank()) {
            return false;
        }
        List<String> counted = IntStream.rangeClosed(1, csv.lines().size()).mapToObj(String::valueOf).toList();
        return csv.column(0).equals(counted) && (PATIENT.contains(csv.header().get(1).strip().toLowerCase(Locale.ROOT))
                || csv.column(1).stream().anyMatch(field -> !ScoreCell.isMissing(field) && Double.isNaN(ScoreCell.number(field))));
    }

    /** A table of readers: the patient, then one column per reader. */
    private static ReaderScores readers(CsvTable csv) throws UnusableInputException {
        ReaderScores columns = new ReaderScores(new LinkedHashSet<>(), new LinkedHashMap<>());
        for (CsvTable.Line line : csv.lines()) {
            for (int i = 1; i < csv.header().size(); i++) {
                columns.put(csv, line, csv.header().get(i).strip(), line.fields().get(i));
            }
        }
        return columns;
    }

    /** The table that scoring writes: one line per study and index, of which one total counts; the reader is named by the folder. */
    private static ReaderScores scores(CsvTable csv, Optional<String> total) throws UnusableInputException {
        int end = Math.max(SCORES_CSV.size(), csv.header().indexOf(DiscLevel.ALL.get(0).label()));
        List<String> totals = csv.header().subList(SCORES_CSV.size(), end);
        if (total.isPresent() && !totals.contains(total.get())) {
            throw new UnusableInputException(csv.file() + " has no total " + total.get() + "; it has " + String.join(", ", totals) + ".");
        }
        Path folder = csv.file().toAbsolutePath().normalize().getParent().getFileName();
        long indexes = csv.lines().stream().map(line -> line.fields().get(1)).distinct().count();
        ReaderScores columns = new ReaderScores(new LinkedHashSet<>(), new LinkedHashMap<>());
        for (CsvTable.Line line : csv.lines()) {
            List<String> own = line.fields().subList(SCORES_CSV.size(), end);
            String score = total.map(name -> own.get(totals.indexOf(name)))
                    .orElseGet(() -> own.stream().filter(field -> !field.isBlank()).findFirst().orElse(""));
            columns.put(csv, line, folder + (indexes > 1 ? " " + line.fields().get(1) : ""), score);
        }
        return columns;
    }

    private void put(CsvTable csv, CsvTable.Line line, String reader, String cell) throws UnusableInputException {
        String field = cell.strip();
        String patient = line.fields().get(0).strip();
        Map<String, Double> scores = readers.computeIfAbsent(reader, name -> new LinkedHashMap<>());
        patients.add(patient);
        if (ScoreCell.isMissing(field)) {
            return;
        }
        double score = ScoreCell.number(field);
        if (!(Math.abs(score) <= MOST)) {
            throw new UnusableInputException("Line " + line.number() + " of " + csv.file() + " has \"" + field
                    + "\" where the score of " + reader + " should be: a table of readers has the patient in its first column"
                    + " and the scores of one reader in every other.");
        }
        if (scores.put(patient, score) != null) {
            throw new UnusableInputException("Line " + line.number() + " of " + csv.file() + " has a second score of " + reader + " for "
                    + patient + ".");
        }
    }
}
