package spine.agreement;

import java.util.ArrayList;
import java.util.List;

/** Readings of subjects by several raters; cells may be missing. */
public final class Readings {
    /** Readings beyond it have squares of squares that no number holds. */
    public static final double GREATEST = 1e60;

    private final double[][] cells;
    private final int raters;

    private Readings(double[][] cells, int raters) {
        this.cells = cells;
        this.raters = raters;
    }

    /**
     * @param cells {@code [subject][rater]}, copied; NaN where a reading is missing
     * @throws IllegalArgumentException if the rows differ in length or a reading is beyond {@link #GREATEST}
     */
    public static Readings of(double[][] cells) {
        double[][] copy = new double[cells.length][];
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].length != cells[0].length) {
                throw new IllegalArgumentException("Subject " + (i + 1) + " has " + cells[i].length + " readings and the first has "
                        + cells[0].length + ".");
            }
            copy[i] = cells[i].clone();
            for (double reading : copy[i]) {
                present(reading);
            }
        }
        return new Readings(copy, cells.length == 0 ? 0 : cells[0].length);
    }

    /**
     * Whether there is a reading; NaN is none.
     *
     * @throws IllegalArgumentException if it is beyond {@link #GREATEST}
     */
    public static boolean present(double reading) {
        if (Math.abs(reading) > GREATEST) {
            throw new IllegalArgumentException("A reading lies between -1e60 and 1e60, not at " + reading + ".");
        }
        return !Double.isNaN(reading);
    }

    public int subjects() {
        return cells.length;
    }

    public int raters() {
        return raters;
    }

    /** The readings of a subject, one for each rater; NaN where one is missing. */
    public double[] subject(int subject) {
        return cells[subject].clone();
    }

    /** Subjects whom some rater has not read. */
    public int incomplete() {
        return subjects() - complete().subjects();
    }

    /** The subjects whom all raters have read. */
    public Readings complete() {
        List<double[]> complete = new ArrayList<>();
        for (double[] subject : cells) {
            boolean whole = true;
            for (double reading : subject) {
                whole &= !Double.isNaN(reading);
            }
            if (whole) {
                complete.add(subject);
            }
        }
        return new Readings(complete.toArray(new double[0][]), raters);
    }

    /** The subjects whom both raters have read; raters count from 0. */
    public Pairs pair(int first, int second) {
        return Pairs.of(rater(first), rater(second));
    }

    /** The readings of a rater, who counts from 0; NaN where one is missing. */
    public double[] rater(int rater) {
        double[] column = new double[cells.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = cells[i][rater];
        }
        return column;
    }
}
