package spine.evaluate.internal.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;

/**
 * Scores by reader and patient, from one file.
 *
 * @param readers scores by patient, by reader
 */
record ReaderScores(Map<String, Map<String, Double>> readers) {
    /** The first columns of the table that scoring writes. */
    private static final List<String> SCORES_CSV = List.of("study", "index", "indexVersion");

    static ReaderScores of(CsvTable csv) throws UnusableInputException {
        boolean scored = csv.header().size() > SCORES_CSV.size() && csv.header().subList(0, SCORES_CSV.size()).equals(SCORES_CSV);
        return scored ? scores(csv) : readers(csv);
    }

    /** A table of readers: the patient, then one column per reader. */
    private static ReaderScores readers(CsvTable csv) throws UnusableInputException {
        ReaderScores columns = new ReaderScores(new LinkedHashMap<>());
        for (CsvTable.Line line : csv.lines()) {
            for (int i = 1; i < csv.header().size(); i++) {
                columns.put(csv, line, csv.header().get(i), line.fields().get(i));
            }
        }
        return columns;
    }

    /** The table that scoring writes: one line per study and index, of which the first total counts; the reader is named by the folder. */
    private static ReaderScores scores(CsvTable csv) throws UnusableInputException {
        int totals = csv.header().indexOf(DiscLevel.ALL.get(0).label());
        Path folder = csv.file().toAbsolutePath().normalize().getParent().getFileName();
        long indexes = csv.lines().stream().map(line -> line.fields().get(1)).distinct().count();
        ReaderScores columns = new ReaderScores(new LinkedHashMap<>());
        for (CsvTable.Line line : csv.lines()) {
            List<String> own = line.fields().subList(SCORES_CSV.size(), Math.max(SCORES_CSV.size(), totals));
            String total = own.stream().filter(field -> !field.isBlank()).findFirst().orElse("");
            columns.put(csv, line, folder + (indexes > 1 ? " " + line.fields().get(1) : ""), total);
        }
        return columns;
    }

    private void put(CsvTable csv, CsvTable.Line line, String reader, String field) throws UnusableInputException {
        double score = number(field.strip());
        if (!Double.isFinite(score)) {
            throw new UnusableInputException("Line " + line.number() + " of " + csv.file() + " has \"" + field.strip()
                    + "\" where the score of " + reader + " should be: a table of readers has the patient in its first column"
                    + " and the scores of one reader in every other.");
        }
        String patient = line.fields().get(0).strip();
        if (readers.computeIfAbsent(reader, name -> new LinkedHashMap<>()).put(patient, score) != null) {
            throw new UnusableInputException("Line " + line.number() + " of " + csv.file() + " has a second score of " + reader + " for "
                    + patient + ".");
        }
    }

    private static double number(String field) {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** Patients of the file, in its order. */
    List<String> patients() {
        return readers.isEmpty() ? List.of() : new ArrayList<>(readers.values().iterator().next().keySet());
    }
}
