package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.VertebralChain;
import spine.api.image.Vec3;

/**
 * Joins the chains of overlapping stations by where their boundaries lie in the patient. The patient may have moved between
 * stations: the count that needs the smallest common shift is taken.
 */
public final class ChainMerger {
    /** Standard deviation of the patient's motion between stations, mm. Origin: first version. */
    private static final double SHIFT_SD = 6;
    /** Standard deviation of what the common shift leaves, mm. Origin: first version. */
    private static final double REST_SD = 3;
    /** Difference of costs below which a join is doubtful. Origin: first version. */
    private static final double CLEARLY_BETTER = 1.2;
    /** Most boundaries that may be missing between stations that do not overlap. Origin: first version. */
    private static final int LONGEST_GAP = 6;
    /** Growth of the standard deviation of a gap with every boundary in it, mm. Origin: first version. */
    private static final double GAP_SD_PER_STEP = 2;
    /** Cost of a gap in itself. Origin: first version. */
    private static final double GAP = 0.5;
    /** Cost of a lower station that lies above the upper one. Origin: first version. */
    private static final double WRONG_ORDER = 20;
    /** Most that one pair of boundaries may cost: a squared distance, mm2. Origin: first version. */
    private static final double LARGEST_SQUARE = 400;
    /** Cost of an overlap without any pair. Origin: first version. */
    private static final double NO_PAIR = 50;

    private ChainMerger() {
    }

    /** @param chains at least one */
    public static SpinalColumn merge(List<VertebralChain> chains) {
        List<VertebralChain> ordered = new ArrayList<>(chains);
        ordered.sort(Comparator.comparingDouble(chain -> -chain.boundaries().get(0).centre().z()));
        int[] offsets = new int[ordered.size()];
        List<Integer> doubtful = new ArrayList<>();
        double shift = 0;
        List<Boundary> placed = new ArrayList<>(ordered.get(0).boundaries());
        for (int c = 1; c < offsets.length; c++) {
            List<Boundary> next = ordered.get(c).boundaries();
            int best = 0;
            double lowest = Double.MAX_VALUE;
            double second = Double.MAX_VALUE;
            for (int o = 0; o <= placed.size() + LONGEST_GAP; o++) {
                double cost = cost(placed, next, o);
                if (cost < lowest) {
                    second = lowest;
                    lowest = cost;
                    best = o;
                } else {
                    second = Math.min(second, cost);
                }
            }
            offsets[c] = best;
            boolean overlap = best < placed.size();
            if (!overlap || second - lowest < CLEARLY_BETTER) {
                for (int g = Math.min(best, placed.size()); g <= best; g++) {
                    doubtful.add(g);
                }
            }
            shift = overlap ? Math.max(shift, shift(placed, next, best).length()) : shift;
            for (int g = placed.size(); g < best + next.size(); g++) {
                placed.add(g < best ? null : next.get(g - best));
            }
        }
        return new SpinalColumn(List.copyOf(ordered), offsets, placed.size() + 1, List.copyOf(doubtful), shift);
    }

    private static Vec3 shift(List<Boundary> placed, List<Boundary> next, int offset) {
        Vec3 sum = new Vec3(0, 0, 0);
        int pairs = 0;
        for (int k = 0; k < next.size() && k + offset < placed.size(); k++) {
            if (placed.get(k + offset) != null) {
                sum = sum.plus(next.get(k).centre().minus(placed.get(k + offset).centre()));
                pairs++;
            }
        }
        return pairs == 0 ? sum : sum.times(1.0 / pairs);
    }

    private static double cost(List<Boundary> placed, List<Boundary> next, int offset) {
        if (offset >= placed.size()) {
            Boundary last = placed.get(placed.size() - 1);
            int steps = offset - placed.size() + 1;
            double pitch = (last.pitchMm() + next.get(0).pitchMm()) / 2;
            double off = last.centre().distance(next.get(0).centre()) - pitch * steps;
            boolean beneath = last.below(next.get(0).centre().x(), next.get(0).centre().y(), next.get(0).centre().z()) > 0;
            double sd = SHIFT_SD + GAP_SD_PER_STEP * steps;
            return (beneath ? 0 : WRONG_ORDER) + off * off / (2 * sd * sd) + GAP;
        }
        Vec3 shift = shift(placed, next, offset);
        double rest = 0;
        int pairs = 0;
        for (int k = 0; k < next.size() && k + offset < placed.size(); k++) {
            if (placed.get(k + offset) != null) {
                double r = next.get(k).centre().minus(placed.get(k + offset).centre()).minus(shift).length();
                rest += Math.min(r * r, LARGEST_SQUARE);
                pairs++;
            }
        }
        if (pairs == 0) {
            return NO_PAIR;
        }
        return shift.dot(shift) / (2 * SHIFT_SD * SHIFT_SD) + rest / pairs / (2 * REST_SD * REST_SD);
    }
}
