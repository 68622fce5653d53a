package spine.sparcc.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The units of a spine in the order of their scores: highest first, then from head to foot. */
final class UnitRanking {
    private final int[] scores;
    private final List<Integer> order;

    /** @param scores one per unit, from head to foot */
    UnitRanking(int... scores) {
        this.scores = scores.clone();
        this.order = IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.comparingInt(unit -> -scores[unit])).toList();
    }

    int totalOfWorst(int count) {
        return order.stream().limit(count).mapToInt(unit -> scores[unit]).sum();
    }

    /** Indices of the at most {@code count} highest units above 0. */
    List<Integer> worst(int count) {
        return order.stream().limit(count).filter(unit -> scores[unit] > 0).toList();
    }
}
