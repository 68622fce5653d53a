package spine.dicom.internal.image;

/** Output = slope × stored + intercept (PS3.3 C.11.1.1.2). */
record Rescale(double slope, double intercept) {
    /** Sizes beyond which sums and squares of values leave the range of 32-bit numbers. */
    private static final double LEAST_SLOPE = 1e-12;
    private static final double MOST = 1e12;

    double at(int stored) {
        return slope * stored + intercept;
    }

    /** Whether every stored value of the range becomes another number, of 32 bits and of a size that can be calculated with. */
    boolean keeps(int lowest, int highest) {
        double largest = Math.max(Math.abs(at(lowest)), Math.abs(at(highest)));
        return largest <= MOST && Math.abs(slope) >= LEAST_SLOPE && Math.ulp((float) largest) <= Math.abs(slope);
    }
}
