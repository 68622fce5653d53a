package spine.evaluate.internal.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.evaluate.internal.reading.Reading;
import spine.evaluate.internal.reading.ReadingRow;
import spine.evaluate.internal.reading.Total;
import spine.evaluate.internal.reading.Visit;

/** Reads one table of readings: a line for each study, reader and sitting. */
final class ReadingsTable {
    /** Of a time point or a sitting. */
    private static final int MOST_TIMES = 99;
    /** Of sums that a spreadsheet has rounded. */
    private static final double ROUNDING = 0.005;

    private final CsvTable csv;
    private final ReadingColumns columns;

    private ReadingsTable(CsvTable csv, ReadingColumns columns) {
        this.csv = csv;
        this.columns = columns;
    }

    /**
     * Its lines, and the names of the columns that were ignored.
     */
    record Content(List<ReadingRow> rows, List<String> ignored) {
    }

    /** @throws UnusableInputException if it is no such table; the sentence names line and column */
    static Content read(Path file) throws UnusableInputException, IOException {
        CsvTable csv = CsvTable.read(file);
        if (csv.header().isEmpty()) {
            throw new UnusableInputException(file + " is empty.");
        }
        ReadingColumns columns = ReadingColumns.of(csv);
        ReadingsTable table = new ReadingsTable(csv, columns);
        List<ReadingRow> rows = new ArrayList<>();
        for (CsvTable.Line line : csv.lines()) {
            rows.add(table.row(line));
        }
        return new Content(rows, columns.ignored());
    }

    private ReadingRow row(CsvTable.Line line) throws UnusableInputException {
        String study = word(line, ReadingColumns.STUDY);
        String patient = columns.words().containsKey(ReadingColumns.PATIENT) ? word(line, ReadingColumns.PATIENT) : study;
        return new ReadingRow(new Visit(patient, number(line, ReadingColumns.TIME_POINT), study), word(line, ReadingColumns.READER),
                number(line, ReadingColumns.SITTING), reading(line), place(line));
    }

    private Reading reading(CsvTable.Line line) throws UnusableInputException {
        Map<DiscLevel, Double> units = new TreeMap<>();
        for (Map.Entry<DiscLevel, Integer> unit : columns.units().entrySet()) {
            score(line, unit.getKey().label(), unit.getValue(), Total.HIGHEST_UNIT, units, unit.getKey());
        }
        Map<Total, Double> totals = new EnumMap<>(Total.class);
        for (Map.Entry<Total, Integer> total : columns.totals().entrySet()) {
            score(line, total.getKey().label(), total.getValue(), total.getKey().highest(), totals, total.getKey());
        }
        if (units.isEmpty() && totals.isEmpty()) {
            throw new UnusableInputException(place(line) + " has no score.");
        }
        Reading reading = new Reading(totals, units).completed();
        requireSums(line, reading, totals);
        return reading;
    }

    /** Readers may choose other six units than the highest, but none that add up to more. */
    private void requireSums(CsvTable.Line line, Reading reading, Map<Total, Double> stated) throws UnusableInputException {
        if (!reading.units().isEmpty()) {
            double all = Total.ALL.of(reading.units().values());
            double six = Total.SIX.of(reading.units().values());
            if (Math.abs(stated.getOrDefault(Total.ALL, all) - all) > ROUNDING) {
                throw new UnusableInputException(place(line) + " has " + text(line, columns.totals().get(Total.ALL))
                        + " in the column total23, but its units add up to another number.");
            }
            if (stated.getOrDefault(Total.SIX, six) > six + ROUNDING) {
                throw new UnusableInputException(place(line) + " has " + text(line, columns.totals().get(Total.SIX))
                        + " in the column total6, but its six highest units add up to less.");
            }
        }
        if (reading.total(Total.SIX) > reading.total(Total.ALL) + ROUNDING) {
            throw new UnusableInputException(place(line) + " has a greater number in the column total6 than in total23.");
        }
    }

    private <K> void score(CsvTable.Line line, String column, int at, double highest, Map<K, Double> scores, K key)
            throws UnusableInputException {
        String field = text(line, at);
        if (!ScoreCell.isMissing(field)) {
            double score = ScoreCell.number(field);
            if (!(score >= 0 && score <= highest)) {
                throw new UnusableInputException(place(line) + " has \"" + field + "\" in the column " + column
                        + ", where a score from 0 to " + Math.round(highest) + " should be.");
            }
            scores.put(key, score);
        }
    }

    private String word(CsvTable.Line line, String column) throws UnusableInputException {
        String field = text(line, columns.words().get(column));
        if (field.isEmpty()) {
            throw new UnusableInputException(place(line) + " has nothing in the column " + column + ".");
        }
        return field;
    }

    /** A time point or a sitting; the first if the table does not tell. */
    private int number(CsvTable.Line line, String column) throws UnusableInputException {
        if (!columns.words().containsKey(column)) {
            return 1;
        }
        String field = text(line, columns.words().get(column));
        double number = ScoreCell.number(field);
        if (!(number >= 1 && number <= MOST_TIMES && number == Math.rint(number))) {
            throw new UnusableInputException(place(line) + " has \"" + field + "\" in the column " + column
                    + ", where a whole number from 1 to " + MOST_TIMES + " should be.");
        }
        return (int) number;
    }

    private static String text(CsvTable.Line line, int at) {
        return line.fields().get(at).strip();
    }

    private String place(CsvTable.Line line) {
        return "Line " + line.number() + " of " + csv.file();
    }
}
