package spine.phantom.internal.standard.tissue;

/** Samples the tissue at points of a body. For one thread. */
public interface TissueProbe {

    /** Fills {@code out} for a patient point, mm. */
    void sample(double x, double y, double z, TissueSample out);

    /** Whether the last point lay where a voxel needs all samples. */
    boolean fine();
}
