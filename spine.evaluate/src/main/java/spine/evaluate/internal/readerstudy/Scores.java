package spine.evaluate.internal.readerstudy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.Readings;
import spine.agreement.score.IccForm;
import spine.agreement.score.IntraclassCorrelation;
import spine.evaluate.internal.reading.RatedStudies.Course;
import spine.evaluate.internal.reading.Rater;
import spine.evaluate.internal.reading.RaterPair;
import spine.evaluate.internal.reading.Total;
import spine.evaluate.internal.reading.Visit;

/** Totals of raters as the statistics take them; what is not known is NaN. */
public final class Scores {

    private Scores() {
    }

    /** Of one rater, by study. */
    public static double[] of(Rater rater, List<Visit> visits, Total total) {
        return visits.stream().mapToDouble(visit -> rater.of(visit).total(total)).toArray();
    }

    /** Of two raters, by study. */
    public static Pairs pairs(RaterPair raters, List<Visit> visits, Total total) {
        return Pairs.of(of(raters.first(), visits, total), of(raters.second(), visits, total));
    }

    /** Last minus first of one rater, by patient. */
    public static double[] changes(Rater rater, List<Course> courses, Total total) {
        return courses.stream().mapToDouble(course -> rater.of(course.last()).total(total) - rater.of(course.first()).total(total))
                .toArray();
    }

    /** Last minus first of two raters, by patient. */
    public static Pairs changes(RaterPair raters, List<Course> courses, Total total) {
        return Pairs.of(changes(raters.first(), courses, total), changes(raters.second(), courses, total));
    }

    /** Columns of raters as {@code [subject][rater]}, of the subjects whom all have read. */
    static List<double[]> rows(List<double[]> columns) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < columns.get(0).length; i++) {
            int subject = i;
            double[] row = columns.stream().mapToDouble(column -> column[subject]).toArray();
            if (Arrays.stream(row).noneMatch(Double::isNaN)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** One of the forms of the ICC. */
    static Estimate icc(List<double[]> rows, IccForm form, double confidence) {
        return new IntraclassCorrelation(Readings.of(rows.toArray(new double[0][]))).estimate(form, confidence);
    }
}
