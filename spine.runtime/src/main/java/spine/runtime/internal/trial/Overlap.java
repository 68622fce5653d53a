package spine.runtime.internal.trial;

/** The Dice coefficient of all studies together: twice what both have, over the sum of what each has. For one thread. */
final class Overlap {
    private long both;
    private long inTruth;
    private long sum;

    void add(boolean truth, boolean found) {
        both += truth && found ? 1 : 0;
        inTruth += truth ? 1 : 0;
        sum += (truth ? 1 : 0) + (found ? 1 : 0);
    }

    /** NaN if the truth has nothing, since a model that finds nothing anywhere would be right. */
    double dice() {
        return inTruth == 0 ? Double.NaN : 2.0 * both / sum;
    }
}
