package spine.phantom.internal.standard.tissue;

/** The tissue at one point of a patient; overwritten by every sample. */
public final class TissueSample {
    /** Index into {@link spine.api.model.ModelRole#ANATOMY_CLASSES}. */
    public int label;
    public Tissue tissue;
    /** Vertebra whose marrow it is, C2 = 0; -1 if the tissue is not marrow. */
    public int marrow;
    /** Vertebra or disc the label belongs to; -1 for the others. */
    public int level;
    /** Share of changed marrow, 0..1, and severity of the change, 0 like normal marrow to 1 like fluid. */
    public double changed;
    public double severity;
    /** Share of the marrow that is replaced by fat, 0..1. */
    public double fatty;
    /** Share of the marrow that is replaced by dense bone, 0..1. */
    public double dense;
    /** Whether this is inflammation that is scored. */
    public boolean oedema;
    /** What it is if it only resembles inflammation, as in {@link spine.phantom.internal.core.lesion.LesionType#MIMICS}; else 0. */
    public byte mimic;
    /** Share of the fat of the marrow that is replaced by red marrow, 0..1. */
    public double red;
    /** Factor on the water signal: loss by flow, differences between discs. */
    public double gain;

    public void clear(Tissue what) {
        label = 0;
        tissue = what;
        marrow = -1;
        level = -1;
        changed = 0;
        severity = 0;
        fatty = 0;
        dense = 0;
        oedema = false;
        mimic = 0;
        red = 0;
        gain = 1;
    }
}
