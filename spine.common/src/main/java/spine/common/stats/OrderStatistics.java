package spine.common.stats;

import java.util.Arrays;
import java.util.Objects;

/**
 * Order statistics of values that are not sorted, for those who ask for a few of them: found by selection (Hoare 1961, FIND), in a time
 * that grows with the number of values. NaN is above all other values, as {@link Arrays#sort(double[])} has it. Not for use by several
 * threads.
 */
public final class OrderStatistics {
    /** Rounds after which what is left is sorted, so that no order of the values takes a time that grows with their square. */
    private static final int MOST_ROUNDS = 64;

    private final double[] values;
    private final int size;
    /** How many are not NaN; these come first. */
    private int numbers;
    /** The rank that was asked for last: what lies before it is no greater, what lies behind it no less. */
    private int settled;

    /**
     * @param values as many as {@code size} at least; their order changes
     * @param size how many of them count, from the first on
     */
    public OrderStatistics(double[] values, int size) {
        this.values = values;
        this.size = size;
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(values[i])) {
                swap(i, numbers++);
            }
        }
    }

    /** @param values copied */
    public static OrderStatistics of(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return new OrderStatistics(copy, copy.length);
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /**
     * The value that has this index when all are sorted in ascending order.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public double at(int rank) {
        if (Objects.checkIndex(rank, size) >= numbers) {
            return Double.NaN;
        }
        int low = rank > settled ? settled : 0;
        int high = rank < settled ? settled : numbers - 1;
        settled = rank;
        for (int round = 0; low < high; round++) {
            if (round == MOST_ROUNDS) {
                Arrays.sort(values, low, high + 1);
                break;
            }
            double pivot = median(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                break;
            }
        }
        return values[rank];
    }

    private void swap(int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }

    /** As {@link Quantiles#lower(double[], double)} of the sorted values. */
    public double lower(double p) {
        return at((int) (p * (size - 1)));
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
