package spine.agreement.score;

/** How the interval of a limit of agreement is computed. */
public enum LimitsInterval {
    /** Noncentral t, exact if the differences are normally distributed (Carkeet, Optom Vis Sci 2015;92:e71-80). */
    EXACT,
    /** Student's t with the standard error SD sqrt(3/n) (Bland and Altman, Lancet 1986;1:307-10). */
    APPROXIMATE_1986,
    /** Student's t with the standard error SD sqrt(1/n + 1.96^2/(2(n-1))) (Bland and Altman, Stat Methods Med Res 1999;8:135-60). */
    APPROXIMATE_1999
}
