package spine.phantom.internal.core.scan;

/** Signal of a patient as an ideal scanner would see it, still fluid being 1. For one thread. */
public interface Signal {

    /** Signed signal at a patient point. */
    double at(double x, double y, double z);

    /** The 90th percentile of the canal, cord included, around a unit (C2/3 = 0). */
    double fluid(int unit);
}
