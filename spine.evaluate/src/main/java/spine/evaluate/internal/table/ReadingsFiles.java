package spine.evaluate.internal.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.ReadingRow;
import spine.evaluate.internal.reading.Visit;

/**
 * All readings of a study of readers, from one table or several.
 *
 * @param rows in the order of the files
 * @param notes what was ignored, in sentences
 */
public record ReadingsFiles(List<ReadingRow> rows, List<String> notes) {
    private static final String NAME = "readings.csv";
    private static final String CSV = ".csv";
    /** Every pair of readers has figures of its own. */
    private static final int MOST_READERS = 20;
    /** So that it has room in tables and plots. */
    private static final int LONGEST_NAME = 40;

    /**
     * @param places tables, and folders: the tables {@code *.csv} in each or, where it has none, those named {@code readings.csv} below it
     * @throws UnusableInputException if there is none, one cannot be understood, or they contradict each other
     */
    public static ReadingsFiles read(List<Path> places) throws UnusableInputException, IOException {
        List<ReadingRow> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path place : places) {
            for (Path file : files(place)) {
                ReadingsTable.Content content = ReadingsTable.read(file);
                rows.addAll(content.rows());
                if (!content.ignored().isEmpty()) {
                    notes.add("Columns of " + file.getFileName() + " that were ignored: " + String.join(", ", content.ignored()) + ".");
                }
            }
        }
        if (rows.isEmpty()) {
            throw new UnusableInputException("There is no reading in " + places.stream().map(Path::toString)
                    .collect(Collectors.joining(" and ")) + ".");
        }
        requireNames(rows);
        requireUnique(rows);
        requireOrder(rows);
        return new ReadingsFiles(rows, notes);
    }

    private static List<Path> files(Path place) throws UnusableInputException, IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(place)) {
            files = all.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(CSV)).filter(Files::isRegularFile)
                    .sorted().toList();
        }
        if (files.isEmpty()) {
            try (Stream<Path> all = Files.walk(place)) {
                files = all.filter(file -> file.endsWith(NAME)).filter(Files::isRegularFile).sorted().toList();
            }
        }
        if (files.isEmpty()) {
            throw new UnusableInputException("There is no table in " + place + ", and no " + NAME + " below it.");
        }
        return files;
    }

    private static void requireNames(List<ReadingRow> rows) throws UnusableInputException {
        long readers = rows.stream().map(ReadingRow::reader).distinct().count();
        if (readers > MOST_READERS) {
            throw new UnusableInputException("There are " + readers + " readers; " + MOST_READERS + " can be compared.");
        }
        for (ReadingRow row : rows) {
            if (row.reader().length() > LONGEST_NAME) {
                throw new UnusableInputException(row.place() + " has a name of more than " + LONGEST_NAME
                        + " characters in the column reader.");
            }
            if (RatedStudies.TAKEN.contains(row.reader().toLowerCase(Locale.ROOT))) {
                throw new UnusableInputException(row.place() + " has \"" + row.reader() + "\" in the column reader, by which another is"
                        + " known in the figures.");
            }
        }
    }

    private static void requireUnique(List<ReadingRow> rows) throws UnusableInputException {
        Map<List<Object>, ReadingRow> seen = new HashMap<>();
        for (ReadingRow row : rows) {
            ReadingRow other = seen.putIfAbsent(List.of(row.visit().study(), row.reader(), row.sitting()), row);
            if (other != null) {
                throw new UnusableInputException(row.place() + " is a second reading of the study of " + other.place()
                        + " by the same reader in the same sitting.");
            }
        }
    }

    /** Each study is of one patient and time point, and each time point has one study. */
    private static void requireOrder(List<ReadingRow> rows) throws UnusableInputException {
        Map<String, ReadingRow> studies = new HashMap<>();
        Map<List<Object>, ReadingRow> times = new HashMap<>();
        for (ReadingRow row : rows) {
            Visit visit = row.visit();
            ReadingRow study = studies.putIfAbsent(visit.study(), row);
            if (study != null && !study.visit().equals(visit)) {
                throw new UnusableInputException(row.place() + " has the study of " + study.place()
                        + " with another patient or time point.");
            }
            ReadingRow time = times.putIfAbsent(List.of(visit.patient(), visit.timePoint()), row);
            if (time != null && !time.visit().equals(visit)) {
                throw new UnusableInputException(row.place() + " has the patient and time point of " + time.place()
                        + " with another study; a column timepoint tells which came first.");
            }
        }
    }
}
