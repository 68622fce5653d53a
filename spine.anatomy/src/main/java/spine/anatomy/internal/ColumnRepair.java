package spine.anatomy.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts in the boundaries that a naming missed in too tall bodies and takes out those it found to be made up. */
final class ColumnRepair {
    private ColumnRepair() {
    }

    static boolean needed(LevelNaming naming) {
        return !naming.several().isEmpty() || !naming.joined().isEmpty();
    }

    static Column repaired(Column column, LevelNaming naming) {
        List<Chain> chains = new ArrayList<>();
        for (int c = 0; c < column.chains().size(); c++) {
            chains.add(repaired(column.chains().get(c), column.offsets()[c], naming));
        }
        return ChainMerger.merge(chains);
    }

    private static Chain repaired(Chain chain, int offset, LevelNaming naming) {
        int n = chain.boundaries().size();
        Set<Integer> without = new HashSet<>();
        for (int g : naming.joined()) {
            if (g >= offset && g - offset < n && without.size() < n - 1) {
                without.add(g - offset);
            }
        }
        List<Double> added = new ArrayList<>();
        for (int[] hidden : naming.several()) {
            int b = hidden[0] - offset;
            if (b > 0 && b < n) {
                added.addAll(between(chain.boundaries().get(b - 1).arc(), chain.boundaries().get(b).arc(), hidden[1], hidden[2]));
            }
        }
        return chain.with(without, added);
    }

    /** Where the boundaries between these levels would lie in a piece of the centreline that holds them all. */
    private static List<Double> between(double from, double to, int first, int last) {
        double all = 0;
        for (int level = first; level <= last; level++) {
            all += LevelTable.pitch(level);
        }
        List<Double> arcs = new ArrayList<>();
        double at = from;
        for (int level = first; level < last; level++) {
            at += (to - from) * LevelTable.pitch(level) / all;
            arcs.add(at);
        }
        return arcs;
    }
}
