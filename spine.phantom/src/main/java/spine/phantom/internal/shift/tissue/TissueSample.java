package spine.phantom.internal.shift.tissue;

/** The tissue at one point of a patient; overwritten by every sample. */
public final class TissueSample {
    /** Index into {@link spine.api.model.ModelRole#ANATOMY_CLASSES}. */
    public int label;
    /** Vertebra or disc that the label belongs to, -1 for others. */
    public int level;
    public Tissue tissue;
    /** Water content of the nucleus of a disc, 0..1. */
    public double wet;
    /** Fat fraction of marrow, 0..1. */
    public double fat;
    /** Share of changed marrow, 0..1, and severity of the change, 0 like normal marrow to 1 like fluid. */
    public double changed;
    public double severity;
    /** Whether this is inflammation that is scored. */
    public boolean oedema;
    /** What it is if it only resembles inflammation, as in {@link spine.phantom.internal.core.lesion.LesionType#MIMICS}; else 0. */
    public byte mimic;
    /** Factor on the water signal: texture, loss by flow. */
    public double gain;

    public void clear() {
        label = 0;
        level = -1;
        tissue = Tissue.VOID;
        wet = 0;
        fat = 0;
        changed = 0;
        severity = 0;
        oedema = false;
        mimic = 0;
        gain = 1;
    }
}
