package spine.evaluate.internal.readerstudy;

import java.util.Optional;
import spine.evaluate.internal.reading.RatedStudies;

/** What so few patients cannot say. */
final class SampleSize {
    /** Below it a sample for a study of reliability is poor (COSMIN; Terwee et al., Qual Life Res 2012;21:651-657). */
    private static final int POOR = 30;

    private SampleSize() {
    }

    /** A sentence or several; empty if neither the patients nor those with a change are few. */
    static Optional<String> of(RatedStudies studies) {
        int patients = studies.first().size();
        int followed = studies.followed().size();
        if (patients < POOR) {
            return Optional.of(patients + " patients are too few to say how well pipeline and readers agree. They show how the study is"
                    + " done, and where raters differ much in one patient; one patient more or less can change every coefficient."
                    + " Limits of agreement and their intervals assume normal differences, which cannot be seen in so few."
                    + " Intervals by redrawing patients are too narrow, and one without width is no proof of agreement."
                    + " Samples below 30 are called poor, from 50 good (COSMIN; Terwee et al. 2012).");
        }
        return followed > 0 && followed < POOR ? Optional.of(followed + " of " + patients + " patients have two time points: too few to say"
                + " how well pipeline and readers agree on change (below 30 a sample is called poor, from 50 good: COSMIN; Terwee et al."
                + " 2012).") : Optional.empty();
    }
}
