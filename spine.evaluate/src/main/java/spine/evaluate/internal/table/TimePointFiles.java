package spine.evaluate.internal.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import spine.api.UnusableInputException;

/**
 * What lies beside a truth and tells its place in the course of a patient: {@code readings.csv} with the columns {@code patient} and
 * {@code timepoint}, and {@code changes.csv} with the column {@code change}, a line for each lesion.
 *
 * @param patient who it is
 * @param timePoint from 1
 * @param unchanged whether no lesion has changed since the time point before; also at the first one
 */
public record TimePointFiles(String patient, int timePoint, boolean unchanged) {
    private static final String READINGS = "readings.csv";
    private static final String CHANGES = "changes.csv";
    private static final String UNCHANGED = "unchanged";

    /**
     * @param folder of the truth
     * @throws UnusableInputException if there is no such file, or it has not these columns
     */
    public static TimePointFiles read(Path folder) throws UnusableInputException, IOException {
        Path readings = folder.resolve(READINGS);
        if (!Files.isRegularFile(readings)) {
            throw new UnusableInputException("Beside its truth there is no " + READINGS
                    + ", which names the patient and the time point.");
        }
        String number = first(column(readings, "timepoint"), readings);
        if (!number.matches("[1-9][0-9]{0,3}")) {
            throw new UnusableInputException(readings + " has no number from 1 in the column timepoint.");
        }
        Path changes = folder.resolve(CHANGES);
        boolean unchanged = !Files.isRegularFile(changes) || column(changes, "change").stream().allMatch(UNCHANGED::equals);
        return new TimePointFiles(first(column(readings, "patient"), readings), Integer.parseInt(number), unchanged);
    }

    private static List<String> column(Path file, String name) throws UnusableInputException, IOException {
        CsvTable table = CsvTable.read(file);
        int column = table.header().indexOf(name);
        if (column < 0) {
            throw new UnusableInputException(file + " has no column " + name + ".");
        }
        return table.column(column);
    }

    private static String first(List<String> values, Path file) throws UnusableInputException {
        if (values.isEmpty()) {
            throw new UnusableInputException(file + " has no line.");
        }
        return values.get(0);
    }
}
