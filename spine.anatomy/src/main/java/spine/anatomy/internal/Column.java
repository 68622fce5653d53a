package spine.anatomy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The chains of all stacks put together to one spine: body g of the column is body {@code g - offset} of a chain.
 *
 * @param chains from head to foot
 * @param offsets first body of each chain in the column
 * @param bodies number of bodies in the column, at least two
 * @param doubtfulJoints boundaries of the column between stations that do not overlap or fit two ways
 * @param largestShiftMm how far two stations disagree about the place of what both show
 */
record Column(List<Chain> chains, int[] offsets, int bodies, List<Integer> doubtfulJoints, double largestShiftMm) {
    private static final double ODD = 0.38;

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

    /** Whether a disc was seen at boundary g and bodies on both sides of it, so that it cannot have been miscounted easily. */
    boolean sure(int g) {
        BodyEvidence above = body(g);
        BodyEvidence below = body(g + 1);
        return boundary(g).stream().anyMatch(Boundary::seen) && above != null && above.present() && below != null
                && below.present() && !doubtfulJoints.contains(g) && !odd(g) && !odd(g + 1);
    }

    /** Whether body g is much taller or flatter than those around it or partly C2 or S1: a boundary may be missed or made up. */
    private boolean odd(int g) {
        BodyEvidence body = body(g);
        if (body != null && (mixed(body.c2()) || mixed(body.s1()))) {
            return true;
        }
        double own = pitch(g);
        double[] around = IntStream.of(g - 2, g - 1, g + 1, g + 2).mapToDouble(this::pitch).filter(p -> !Double.isNaN(p)).sorted()
                .toArray();
        return !Double.isNaN(own) && around.length > 1 && Math.abs(Math.log(own / around[around.length / 2])) > ODD;
    }

    private static boolean mixed(double share) {
        return share > 0.2 && share < 0.8;
    }

    private double pitch(int g) {
        BodyEvidence body = g < 0 || g >= bodies ? null : body(g);
        return body == null ? Double.NaN : body.pitchMm();
    }
}
