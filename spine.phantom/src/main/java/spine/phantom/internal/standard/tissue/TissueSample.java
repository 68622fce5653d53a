package spine.phantom.internal.standard.tissue;

/** What one point of the patient is; filled anew by every look-up. */
public final class TissueSample {
    /** Index into {@link spine.api.model.ModelRole#ANATOMY_CLASSES}. */
    public int label;
    public Tissue tissue;
    /** Vertebra whose marrow it is, C2 = 0; -1 if the tissue is not marrow. */
    public int marrow;
    /** Vertebra or disc the label belongs to; -1 for the others. */
    public int level;
    /** Share of changed marrow and how far changed it is. */
    public double changed;
    public double severity;
    /** Share of marrow turned into fat. */
    public double fatty;
    /** Whether this is inflammation that counts. */
    public boolean oedema;
    /** Share of the marrow's fat that blood-forming marrow has displaced, 0..1. */
    public double red;
    /** Factor on the water signal of the tissue: flow takes some away, discs differ. */
    public double gain;

    public void clear(Tissue what) {
        label = 0;
        tissue = what;
        marrow = -1;
        level = -1;
        changed = 0;
        severity = 0;
        fatty = 0;
        oedema = false;
        red = 0;
        gain = 1;
    }
}
