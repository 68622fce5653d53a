package spine.agreement.score;

/**
 * The six intraclass correlations by their names in Shrout and Fleiss (Psychol Bull 1979;86:420-8) and in McGraw and Wong (Psychol Methods
 * 1996;1:30-46). Those of one rater say how well a single reading stands for the subject, those of k raters how well their mean does.
 */
public enum IccForm {
    /** Each subject has raters of its own. */
    ONE_WAY("ICC(1,1)", "ICC(1)"),
    /** The raters are a sample of raters, and differences of their levels count as disagreement. */
    AGREEMENT("ICC(2,1)", "ICC(A,1)"),
    /** These raters alone, and differences of their levels do not count. */
    CONSISTENCY("ICC(3,1)", "ICC(C,1)"),
    /** {@link #ONE_WAY} of the mean. */
    ONE_WAY_MEAN("ICC(1,k)", "ICC(k)"),
    /** {@link #AGREEMENT} of the mean. */
    AGREEMENT_MEAN("ICC(2,k)", "ICC(A,k)"),
    /** {@link #CONSISTENCY} of the mean; Cronbach's alpha. */
    CONSISTENCY_MEAN("ICC(3,k)", "ICC(C,k)");

    private final String shroutFleiss;
    private final String mcGrawWong;

    IccForm(String shroutFleiss, String mcGrawWong) {
        this.shroutFleiss = shroutFleiss;
        this.mcGrawWong = mcGrawWong;
    }

    public String shroutFleiss() {
        return shroutFleiss;
    }

    public String mcGrawWong() {
        return mcGrawWong;
    }
}
