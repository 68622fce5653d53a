package spine.evaluate.internal.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.evaluate.internal.reading.Total;

/**
 * Where a table of readings has what.
 *
 * @param words places of the columns that are no scores, by name
 * @param totals places of totals
 * @param units places of units, head to foot as in the table
 * @param ignored names of the columns that mean nothing here
 */
record ReadingColumns(Map<String, Integer> words, Map<Total, Integer> totals, Map<DiscLevel, Integer> units, List<String> ignored) {
    static final String STUDY = "study";
    static final String PATIENT = "patient";
    static final String TIME_POINT = "timepoint";
    static final String READER = "reader";
    static final String SITTING = "sitting";

    private static final List<String> WORDS = List.of(STUDY, PATIENT, TIME_POINT, READER, SITTING);
    private static final Map<String, DiscLevel> LEVELS = Stream.concat(DiscLevel.ALL.stream(), DiscLevel.VARIANTS.stream())
            .collect(Collectors.toMap(level -> level.label().toLowerCase(Locale.ROOT), level -> level));

    /** @throws UnusableInputException if a column is missing or there twice */
    static ReadingColumns of(CsvTable csv) throws UnusableInputException {
        Map<String, Integer> words = new HashMap<>();
        Map<Total, Integer> totals = new EnumMap<>(Total.class);
        Map<DiscLevel, Integer> units = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < csv.header().size(); i++) {
            String name = csv.header().get(i).strip().toLowerCase(Locale.ROOT);
            Total total = name.equals(Total.SIX.label()) ? Total.SIX : name.equals(Total.ALL.label()) ? Total.ALL : null;
            Integer other = WORDS.contains(name) ? words.put(name, i) : total != null ? totals.put(total, i)
                    : LEVELS.containsKey(name) ? units.put(LEVELS.get(name), i) : ignore(ignored, csv.header().get(i).strip());
            if (other != null) {
                throw new UnusableInputException(csv.file() + " has two columns " + csv.header().get(i).strip() + ".");
            }
        }
        ReadingColumns columns = new ReadingColumns(words, totals, units, ignored);
        columns.require(csv.file());
        return columns;
    }

    private static Integer ignore(List<String> ignored, String name) {
        if (!name.isEmpty()) {
            ignored.add(name);
        }
        return null;
    }

    private void require(Path file) throws UnusableInputException {
        for (String name : List.of(STUDY, READER)) {
            if (!words.containsKey(name)) {
                throw new UnusableInputException(file + " is no table of readings: it has no column " + name + ".");
            }
        }
        if (totals.isEmpty() && units.isEmpty()) {
            throw new UnusableInputException(file + " is no table of readings: it has neither a column total6 or total23, nor one of a unit"
                    + " such as T6/7.");
        }
        if (words.containsKey(TIME_POINT) && !words.containsKey(PATIENT)) {
            throw new UnusableInputException(file + " has a column timepoint but no column patient, which tells whose times they are.");
        }
    }
}
