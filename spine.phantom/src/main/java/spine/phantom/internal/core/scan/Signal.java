package spine.phantom.internal.core.scan;

/** MR signal of a patient without coil, noise and artefacts, in units of the signal of still CSF. For one thread. */
public interface Signal {

    /** Signed signal at a patient point, mm. */
    double at(double x, double y, double z);

    /** Reference signal of the fluid near a unit (C2/3 = 0), see {@link FluidReference}. */
    double fluid(int unit);
}
