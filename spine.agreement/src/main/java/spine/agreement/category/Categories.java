package spine.agreement.category;

import java.util.Arrays;
import spine.agreement.Readings;

/** The values that a reading can take, in ascending order. */
public final class Categories {
    private final double[] values;

    private Categories(double[] values) {
        this.values = values;
    }

    /**
     * All categories of the scale, whether they occur or not.
     *
     * @throws IllegalArgumentException if they do not ascend
     */
    public static Categories of(double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) || i > 0 && values[i] <= values[i - 1]) {
                throw new IllegalArgumentException("Categories must be finite and ascend: " + Arrays.toString(values) + ".");
            }
        }
        return new Categories(values.clone());
    }

    /** The values that occur. Gwet's coefficients depend on the number of categories: name those of the scale instead. */
    public static Categories in(Readings readings) {
        double[] values = new double[readings.subjects() * readings.raters()];
        for (int i = 0; i < readings.subjects(); i++) {
            System.arraycopy(readings.subject(i), 0, values, i * readings.raters(), readings.raters());
        }
        return new Categories(Arrays.stream(values).filter(Double::isFinite).map(value -> value + 0.0).sorted().distinct().toArray());
    }

    public int size() {
        return values.length;
    }

    /** A category, from 0. */
    public double value(int category) {
        return values[category];
    }

    /**
     * The category of a reading.
     *
     * @throws IllegalArgumentException if it is none
     */
    int of(double reading) {
        int found = Arrays.binarySearch(values, reading + 0.0);
        if (found < 0) {
            throw new IllegalArgumentException("A reading of " + reading + " is none of the categories " + Arrays.toString(values) + ".");
        }
        return found;
    }
}
