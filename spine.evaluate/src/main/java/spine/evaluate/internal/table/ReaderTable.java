package spine.evaluate.internal.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import spine.api.UnusableInputException;

/**
 * Scores of several readers of the same patients.
 *
 * @param readers their names
 * @param scores {@code [patient][reader]}
 * @param patients their names
 * @param incomplete patients that some reader has not scored, and who are therefore not in {@code scores}
 */
public record ReaderTable(List<String> readers, double[][] scores, List<String> patients, List<String> incomplete) {

    /**
     * Joins files by the patient's name.
     *
     * @param files tables of readers (first column the patient, then one column per reader) and {@code scores.csv} of scored
     *     studies (one reader, named by the folder), in any mixture
     * @param total the one that counts of tables that scoring wrote; empty for the first
     * @throws UnusableInputException if a file is no such table, or there are not two readers who share two patients
     */
    public static ReaderTable read(List<Path> files, Optional<String> total) throws UnusableInputException, IOException {
        Map<String, Map<String, Double>> readers = new LinkedHashMap<>();
        Set<String> patients = new LinkedHashSet<>();
        for (Path file : files) {
            ReaderScores columns = ReaderScores.of(CsvTable.read(file), total);
            patients.addAll(columns.patients());
            columns.readers().forEach((name, scores) -> readers.put(readers.containsKey(name) ? name + " (" + file + ")" : name, scores));
        }
        List<String> incomplete = patients.stream()
                .filter(patient -> readers.values().stream().anyMatch(scores -> !scores.containsKey(patient))).toList();
        patients.removeAll(incomplete);
        String names = files.stream().map(Path::toString).collect(Collectors.joining(" and "));
        if (readers.size() < 2) {
            throw new UnusableInputException(names + " must hold the scores of two readers at least, each file having a header; name a"
                    + " second file to compare scores.csv with.");
        }
        if (patients.size() < 2) {
            throw new UnusableInputException(names + " must hold two patients at least whom all readers have scored.");
        }
        List<double[]> rows = new ArrayList<>();
        for (String patient : patients) {
            rows.add(readers.values().stream().mapToDouble(scores -> scores.get(patient)).toArray());
        }
        return new ReaderTable(List.copyOf(readers.keySet()), rows.toArray(new double[0][]), List.copyOf(patients), incomplete);
    }
}
