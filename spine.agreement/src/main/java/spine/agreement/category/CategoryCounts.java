package spine.agreement.category;

import java.util.ArrayList;
import java.util.List;
import spine.agreement.Readings;

/** How many raters chose each category, by subject. A subject without any reading is left out. */
public final class CategoryCounts {
    private final int categories;
    private final List<Subject> subjects = new ArrayList<>();

    private record Subject(int[] counts, int raters) {
    }

    private CategoryCounts(int categories) {
        this.categories = categories;
    }

    /** @throws IllegalArgumentException if a reading is none of the categories */
    public static CategoryCounts of(Readings readings, Categories categories) {
        CategoryCounts counts = new CategoryCounts(categories.size());
        for (int i = 0; i < readings.subjects(); i++) {
            int[] subject = new int[categories.size()];
            for (double reading : readings.subject(i)) {
                if (!Double.isNaN(reading)) {
                    subject[categories.of(reading)]++;
                }
            }
            counts.add(subject);
        }
        return counts;
    }

    /**
     * @param counts {@code [subject][category]}, copied
     * @throws IllegalArgumentException if rows differ in length or a count is negative
     */
    public static CategoryCounts of(int[][] counts) {
        CategoryCounts copy = new CategoryCounts(counts.length == 0 ? 0 : counts[0].length);
        for (int[] subject : counts) {
            copy.add(subject.clone());
        }
        return copy;
    }

    private void add(int[] subject) {
        int raters = 0;
        for (int count : subject) {
            if (count < 0) {
                throw new IllegalArgumentException("A count of raters cannot be " + count + ".");
            }
            raters += count;
        }
        if (subject.length != categories) {
            throw new IllegalArgumentException("A subject has counts of " + subject.length + " categories, the first of " + categories
                    + ".");
        }
        if (raters > 0) {
            subjects.add(new Subject(subject, raters));
        }
    }

    public int categories() {
        return categories;
    }

    /** Subjects with a reading. */
    public int subjects() {
        return subjects.size();
    }

    int count(int subject, int category) {
        return subjects.get(subject).counts[category];
    }

    /** Number of readings of a subject. */
    int raters(int subject) {
        return subjects.get(subject).raters;
    }

    /** Share of each category among the readings of a subject, averaged over subjects. */
    double[] shares() {
        double[] shares = new double[categories];
        for (int i = 0; i < subjects.size(); i++) {
            for (int c = 0; c < categories; c++) {
                shares[c] += (double) count(i, c) / raters(i) / subjects.size();
            }
        }
        return shares;
    }
}
