package spine.phantom.internal.standard.lesion;

/** How frequent inflammation is among patients. */
public enum Cohort {
    /** As among patients whose spines are examined for it. */
    CLINIC(0.3, -0.1, 0.09, 0.06, 0.05),
    /** More often, more of it, in all regions and brighter, so that a training sees enough of what is rare. */
    TRAINING(0.25, 0.35, 0.3, 0.35, 0.18),
    /** Nearly all inflamed, in many places and often brightly, so that bright marrow is not taken for disc. */
    FLORID(0.1, 0.9, 0.5, 0.5, 0.35);

    /** Share of patients without inflammation. */
    final double without;
    /** Mean of the logarithm of the number of sites of the others. */
    final double sites;
    /** Share of those who have several more sites. */
    final double many;
    /** Share of those whose lesions lie in any unit as often as in any other. */
    final double anywhere;
    /** Share of those whose lesions are all as bright as fluid. */
    final double florid;

    Cohort(double without, double sites, double many, double anywhere, double florid) {
        this.without = without;
        this.sites = sites;
        this.many = many;
        this.anywhere = anywhere;
        this.florid = florid;
    }
}
