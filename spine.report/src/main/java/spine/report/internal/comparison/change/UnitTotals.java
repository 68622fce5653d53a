package spine.report.internal.comparison.change;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import spine.api.anatomy.DiscLevel;
import spine.api.score.Score;
import spine.api.score.UnitScore;

/**
 * How a total follows from the scores of units, so that it can be told of some of them: {@code totalN} of the N highest, any other of all.
 * Whether it does is tried on the score itself; of a total that is made otherwise nothing is told.
 */
final class UnitTotals {
    private static final Pattern HIGHEST = Pattern.compile("total([1-9][0-9]?)");
    /** Of numbers in reports. */
    private static final double SAME = 1e-6;

    private UnitTotals() {
    }

    /** The total over some units; empty if this total is not such a sum. */
    static OptionalDouble over(Score score, String total, Predicate<DiscLevel> units) {
        return isSum(score, total) ? OptionalDouble.of(sum(chosen(score, total, units))) : OptionalDouble.empty();
    }

    /** The units of which the total is the sum, the highest first; none where it is of all units, or no such sum. */
    static List<DiscLevel> highest(Score score, String total) {
        return most(score, total) < score.unitsInView() && isSum(score, total)
                ? chosen(score, total, level -> true).stream().filter(unit -> unit.score() > 0).map(unit -> unit.unit().level()).toList()
                : List.of();
    }

    private static boolean isSum(Score score, String total) {
        return Math.abs(sum(chosen(score, total, level -> true)) - score.totals().getOrDefault(total, Double.NaN)) < SAME;
    }

    private static List<UnitScore> chosen(Score score, String total, Predicate<DiscLevel> units) {
        return score.units().stream().filter(unit -> unit.unit().present() && units.test(unit.unit().level()))
                .sorted(Comparator.comparingDouble(UnitScore::score).reversed()).limit(most(score, total)).toList();
    }

    /** {@code total23} is of all units, however many a spine has. */
    private static int most(Score score, String total) {
        Matcher name = HIGHEST.matcher(total);
        int units = name.matches() ? Integer.parseInt(name.group(1)) : Integer.MAX_VALUE;
        return units >= DiscLevel.ALL.size() ? Integer.MAX_VALUE : units;
    }

    private static double sum(List<UnitScore> units) {
        return units.stream().mapToDouble(UnitScore::score).sum();
    }
}
