package spine.anatomy.internal.labelling;

/** Logarithm of a sum of exponentials without overflow. */
final class LogSumExp {
    private LogSumExp() {
    }

    /** @param logs logarithms; negative infinity stands for 0, and none gives negative infinity */
    static double of(double... logs) {
        double top = Double.NEGATIVE_INFINITY;
        for (double v : logs) {
            top = Math.max(top, v);
        }
        if (top == Double.NEGATIVE_INFINITY) {
            return top;
        }
        double total = 0;
        for (double v : logs) {
            total += Math.exp(v - top);
        }
        return top + Math.log(total);
    }
}
