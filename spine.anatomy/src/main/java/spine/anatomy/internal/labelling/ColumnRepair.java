package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import spine.anatomy.internal.labelling.LabelAssignment.Miscount;
import spine.anatomy.internal.tracing.Levels;
import spine.anatomy.internal.tracing.VertebralChain;

/** Adapts the boundaries of a column to its labels: missed boundaries are added, spurious ones removed. */
final class ColumnRepair {
    private ColumnRepair() {
    }

    static SpinalColumn repaired(SpinalColumn column, LabelAssignment assignment) {
        List<VertebralChain> chains = new ArrayList<>();
        for (int c = 0; c < column.chains().size(); c++) {
            chains.add(repaired(column.chains().get(c), column.offsets()[c], assignment));
        }
        return ChainMerger.merge(chains);
    }

    private static VertebralChain repaired(VertebralChain chain, int offset, LabelAssignment assignment) {
        int n = chain.boundaries().size();
        Set<Integer> without = new HashSet<>();
        List<Double> added = new ArrayList<>();
        for (Miscount miscount : assignment.miscounted()) {
            int first = miscount.firstBody() - offset;
            int last = miscount.lastBody() - offset;
            if (first > 0 && last < n) {
                added.addAll(between(chain.boundaries().get(first - 1).arc(), chain.boundaries().get(last).arc(),
                        miscount.firstLevel(), miscount.lastLevel(), assignment.levels()));
            }
            boolean open = first <= 0 || last >= n;
            for (int k = Math.max(0, first); k < Math.min(n, last); k++) {
                boolean surplus = k - first >= miscount.lastLevel() - miscount.firstLevel();
                if (!open || surplus && without.size() < n - 1) {
                    without.add(k);
                }
            }
        }
        return chain.with(without, added);
    }

    /** Where the boundaries between these levels would lie in a part of the centreline that holds them all. */
    private static List<Double> between(double from, double to, int first, int last, Levels levels) {
        double all = 0;
        for (int level = first; level <= last; level++) {
            all += levels.pitch(level);
        }
        List<Double> arcs = new ArrayList<>();
        double at = from;
        for (int level = first; level < last; level++) {
            at += (to - from) * levels.pitch(level) / all;
            arcs.add(at);
        }
        return arcs;
    }
}
