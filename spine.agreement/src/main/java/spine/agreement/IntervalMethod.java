package spine.agreement;

/** How a confidence interval was computed. The class that computes it names the source. */
public enum IntervalMethod {
    /** Wilson score interval of a proportion. */
    WILSON("Wilson"),
    /** Normal distribution of the inverse hyperbolic tangent of a coefficient, turned back. */
    FISHER_Z("Fisher z"),
    /** Ratio of mean squares. */
    F("F distribution"),
    /** Student's t. */
    T("t distribution"),
    /** Noncentral t, exact for normally distributed data. */
    NONCENTRAL_T("noncentral t distribution"),
    /** Chi-squared distribution of a variance, exact for normally distributed data. */
    CHI_SQUARED("chi-squared distribution"),
    /** Normal distribution of the estimate, whose variance comes from its derivatives. */
    DELTA("delta method"),
    /** Normal distribution of the logarithm of a ratio. */
    LOGARITHM("logarithm"),
    /** Variance of an area under a ROC curve by DeLong. */
    DELONG("DeLong"),
    /** Variance over subjects of a chance-corrected coefficient, linearised (Gwet). */
    LINEARIZED("linearised variance"),
    /** Quantiles of the statistic of redrawn patients. */
    BOOTSTRAP("patient bootstrap"),
    /** The same, corrected for bias and acceleration. */
    BOOTSTRAP_BCA("patient bootstrap, BCa");

    private final String words;

    IntervalMethod(String words) {
        this.words = words;
    }

    /** The name for a table. */
    public String words() {
        return words;
    }
}
