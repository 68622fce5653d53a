package spine.evaluate.internal.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Area under the ROC curve: the chance that a positive case ranks above a negative one, ties counting half. */
public final class Auc {

    private Auc() {
    }

    /** A case: what is true and what a ROC curve is drawn from. */
    public record Case(boolean positive, double score) {
    }

    /** NaN if one of the two kinds is missing. */
    public static double of(List<Case> cases) {
        Case[] sorted = cases.toArray(new Case[0]);
        Arrays.sort(sorted, Comparator.comparingDouble(Case::score));
        double rankSum = 0;
        long positives = 0;
        for (int start = 0; start < sorted.length;) {
            int end = start;
            int hits = 0;
            while (end < sorted.length && sorted[end].score == sorted[start].score) {
                hits += sorted[end++].positive ? 1 : 0;
            }
            rankSum += hits * (start + 1 + end) / 2.0;
            positives += hits;
            start = end;
        }
        long negatives = sorted.length - positives;
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }
}
