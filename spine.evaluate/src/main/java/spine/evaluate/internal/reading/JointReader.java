package spine.evaluate.internal.reading;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import spine.api.anatomy.DiscLevel;
import spine.common.stats.Quantiles;

/**
 * What several readers say together. The mean is that of their totals, and of each unit. The consensus is the median of each unit, of which
 * the totals follow: of three readers it is what two of them at least reach, so that what one alone sees, misses or puts on the next level
 * does not count. Readers who gave no units have the median of their totals.
 */
public final class JointReader {
    private final List<Rater> readers;

    public JointReader(List<Rater> readers) {
        this.readers = List.copyOf(readers);
    }

    public Rater mean(String name) {
        return each(name, readings -> new Reading(totals(readings, JointReader::mean), units(readings, JointReader::mean)));
    }

    public Rater consensus(String name) {
        return each(name, readings -> {
            Map<DiscLevel, Double> units = units(readings, JointReader::median);
            return units.isEmpty() ? new Reading(totals(readings, JointReader::median), units) : Reading.of(units);
        });
    }

    private interface Join {
        Reading of(List<Reading> readings);
    }

    private Rater each(String name, Join join) {
        Map<Visit, Reading> joined = new LinkedHashMap<>();
        readers.get(0).readings().keySet().stream()
                .filter(visit -> readers.stream().allMatch(reader -> reader.readings().containsKey(visit)))
                .forEach(visit -> joined.put(visit, join.of(readers.stream().map(reader -> reader.of(visit)).toList())));
        return new Rater(name, joined);
    }

    private static Map<Total, Double> totals(List<Reading> readings, ToDoubleFunction<double[]> statistic) {
        Map<Total, Double> totals = new EnumMap<>(Total.class);
        for (Total total : Total.values()) {
            double[] values = readings.stream().mapToDouble(reading -> reading.total(total)).toArray();
            if (Arrays.stream(values).noneMatch(Double::isNaN)) {
                totals.put(total, statistic.applyAsDouble(values));
            }
        }
        return totals;
    }

    /** A unit that not all have in view is that of those who have; none if somebody gave no units. */
    private static Map<DiscLevel, Double> units(List<Reading> readings, ToDoubleFunction<double[]> statistic) {
        Map<DiscLevel, Double> units = new TreeMap<>();
        if (readings.stream().anyMatch(reading -> reading.units().isEmpty())) {
            return units;
        }
        SortedSet<DiscLevel> levels = new TreeSet<>();
        readings.forEach(reading -> levels.addAll(reading.units().keySet()));
        for (DiscLevel level : levels) {
            units.put(level, statistic.applyAsDouble(readings.stream().filter(reading -> reading.units().containsKey(level))
                    .mapToDouble(reading -> reading.units().get(level)).toArray()));
        }
        return units;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Quantiles.linear(sorted, 0.5);
    }
}
