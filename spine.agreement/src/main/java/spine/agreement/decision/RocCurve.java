package spine.agreement.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.resampling.Bootstrap;
import spine.agreement.resampling.BootstrapEstimate;

/** ROC curve of cases that belong to patients. */
public final class RocCurve {
    private final int patients;
    private final List<Owned> sorted = new ArrayList<>();

    /**
     * A case.
     *
     * @param positive the truth
     * @param score finite, that should be high for positive cases
     */
    public record Case(boolean positive, double score) {

        /** @throws IllegalArgumentException if the score is not finite */
        public Case {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("A case of a ROC curve has a finite score, not " + score + ".");
            }
        }
    }

    /**
     * A point of the curve: false and true positive rate if all scores from {@code threshold} on count as positive.
     *
     * @param threshold infinite at (0, 0), where none does
     */
    public record Point(double falseAlarms, double sensitivity, double threshold) {
    }

    private record Owned(int patient, Case found) {
    }

    /** @param cases by patient */
    public RocCurve(List<List<Case>> cases) {
        patients = cases.size();
        for (int patient = 0; patient < patients; patient++) {
            for (Case found : cases.get(patient)) {
                sorted.add(new Owned(patient, found));
            }
        }
        sorted.sort(Comparator.comparingDouble(owned -> owned.found.score));
    }

    /**
     * Area under the curve, with an interval by redrawing patients, whose number is n.
     *
     * @throws UndefinedStatisticException if all cases are positive or all negative
     */
    public BootstrapEstimate area(Bootstrap bootstrap) {
        return bootstrap.weighted(patients, this::area);
    }

    /** The chance that a positive case ranks above a negative one, ties counting half. */
    private double area(int[] weights) {
        double below = 0;
        double positives = 0;
        double wins = 0;
        for (int start = 0; start < sorted.size();) {
            double score = sorted.get(start).found.score;
            double hits = 0;
            double misses = 0;
            int end = start;
            for (; end < sorted.size() && sorted.get(end).found.score == score; end++) {
                Owned owned = sorted.get(end);
                if (owned.found.positive) {
                    hits += weights[owned.patient];
                } else {
                    misses += weights[owned.patient];
                }
            }
            wins += hits * (below + misses / 2);
            below += misses;
            positives += hits;
            start = end;
        }
        if (positives == 0 || below == 0) {
            throw new UndefinedStatisticException("The area under the ROC curve is undefined: there is no "
                    + (positives == 0 ? "positive" : "negative") + " case.");
        }
        return wins / (positives * below);
    }

    /** The curve from (0, 0) to (1, 1); empty if all cases are positive or all negative. */
    public List<Point> curve() {
        double positives = sorted.stream().filter(owned -> owned.found.positive).count();
        double negatives = sorted.size() - positives;
        if (positives == 0 || negatives == 0) {
            return List.of();
        }
        List<Point> curve = new ArrayList<>(List.of(new Point(0, 0, Double.POSITIVE_INFINITY)));
        double hits = 0;
        double alarms = 0;
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Case found = sorted.get(i).found;
            hits += found.positive ? 1 : 0;
            alarms += found.positive ? 0 : 1;
            if (i == 0 || sorted.get(i - 1).found.score != found.score) {
                curve.add(new Point(alarms / negatives, hits / positives, found.score));
            }
        }
        return List.copyOf(curve);
    }
}
