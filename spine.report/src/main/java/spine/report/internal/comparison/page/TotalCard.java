package spine.report.internal.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import spine.api.anatomy.DiscLevel;
import spine.report.internal.comparison.change.Change;
import spine.report.internal.comparison.change.ChangeWords;
import spine.report.internal.comparison.change.Comparison;
import spine.report.internal.comparison.change.Comparison.Pair;
import spine.report.internal.comparison.change.IndexSeries;
import spine.report.internal.comparison.change.TotalSeries;

/**
 * The change of one total from the first to the last time point.
 *
 * @param style of the style sheet
 * @param label which total
 * @param scope of which units
 * @param values at the first and the last time point, such as {@code 24 → 12}
 * @param change with its sign
 * @param verdict what can be said of it
 * @param limits what it is held against; may be empty
 * @param gauge drawing
 * @param latest the change since the time point before the last, a sentence; empty if that is the first
 * @param remarks sentences on what the numbers hide; may be empty
 */
record TotalCard(String style, String label, String scope, String values, String change, String sign, String verdict, String limits,
        String gauge, Optional<String> latest, List<String> remarks) {

    static TotalCard of(Comparison comparison, IndexSeries index, TotalSeries total) {
        Pair whole = comparison.whole();
        Change change = comparison.change(index, total, whole);
        ChangeStyle style = ChangeStyle.of(change);
        return new TotalCard(style.style(), TotalName.of(index, total), TotalName.scope(index, total),
                ChangeWords.points(change.first()) + " → " + ChangeWords.points(change.last()), ChangeWords.signed(change.difference()),
                style.sign(), ChangeWords.verdict(change), ChangeWords.limits(change), ChangeGauge.svg(change),
                latest(comparison, index, total), remarks(total, whole));
    }

    private static Optional<String> latest(Comparison comparison, IndexSeries index, TotalSeries total) {
        List<Integer> spines = comparison.spines();
        if (spines.size() < 3) {
            return Optional.empty();
        }
        Pair pair = new Pair(spines.get(spines.size() - 2), spines.get(spines.size() - 1));
        Change change = comparison.change(index, total, pair);
        return Optional.of("Since " + comparison.points().get(pair.from()).name() + ": " + ChangeWords.points(change.first()) + " → "
                + ChangeWords.points(change.last()) + " (" + ChangeWords.signed(change.difference()) + "), " + ChangeWords.verdict(change)
                + ".");
    }

    private static List<String> remarks(TotalSeries total, Pair whole) {
        List<String> remarks = new ArrayList<>();
        if (total.restricted()) {
            remarks.add("With all units in view at each time: " + ChangeWords.points(total.values().get(whole.from())) + " and "
                    + ChangeWords.points(total.values().get(whole.to())) + ".");
        }
        if (total.ofOthers(whole.to())) {
            double before = total.ofFirst().get(whole.from());
            double after = total.ofFirst().get(whole.to());
            remarks.add("It is of other units each time: " + names(total.highest().get(whole.from())) + ", then "
                    + names(total.highest().get(whole.to())) + ". Over those of the first time alone: "
                    + ChangeWords.points(before) + " → " + ChangeWords.points(after)
                    + " (" + ChangeWords.signed(after - before) + ").");
        }
        return remarks;
    }

    private static String names(List<DiscLevel> units) {
        return units.isEmpty() ? "none above 0" : units.stream().map(DiscLevel::label).collect(Collectors.joining(" "));
    }

    boolean limited() {
        return !limits.isEmpty();
    }
}
