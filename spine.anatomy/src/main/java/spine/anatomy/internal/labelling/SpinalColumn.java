package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.List;
import spine.anatomy.internal.tracing.BodyEvidence;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.VertebralChain;

/**
 * The chains of all stacks put together to one spine: body g of the column is body {@code g - offset} of a chain.
 *
 * @param chains from head to foot
 * @param offsets first body of each chain in the column
 * @param bodies number of bodies in the column, at least two
 * @param doubtfulJoints boundaries of the column between stations that do not overlap or fit two ways
 * @param largestShiftMm how far two stations disagree about the place of what both show
 */
public record SpinalColumn(List<VertebralChain> chains, int[] offsets, int bodies, List<Integer> doubtfulJoints, double largestShiftMm) {

    /** What the stack that shows most of it shows of body g, or null. */
    BodyEvidence body(int g) {
        BodyEvidence best = null;
        for (int c = 0; c < chains.size(); c++) {
            int b = g - offsets[c];
            if (b >= 0 && b < chains.get(c).bodies().size()) {
                BodyEvidence here = chains.get(c).bodies().get(b);
                boolean better = best == null || Double.isNaN(best.pitchMm()) && !Double.isNaN(here.pitchMm())
                        || Double.isNaN(best.pitchMm()) == Double.isNaN(here.pitchMm()) && here.volumeMm3() > best.volumeMm3();
                best = better ? here : best;
            }
        }
        return best;
    }

    /** The views of boundary g (between bodies g and g + 1); empty between stations that do not overlap. */
    List<Boundary> boundary(int g) {
        List<Boundary> views = new ArrayList<>();
        for (int c = 0; c < chains.size(); c++) {
            int k = g - offsets[c];
            if (k >= 0 && k < chains.get(c).boundaries().size()) {
                views.add(chains.get(c).boundaries().get(k));
            }
        }
        return views;
    }
}
