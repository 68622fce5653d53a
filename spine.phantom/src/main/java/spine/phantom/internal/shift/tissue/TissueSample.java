package spine.phantom.internal.shift.tissue;

/** What one point of the patient is; filled anew by every look. */
public final class TissueSample {
    /** Index into {@link spine.api.model.ModelRole#ANATOMY_CLASSES}. */
    public int label;
    /** Vertebra or disc that the label belongs to, -1 for others. */
    public int level;
    public Tissue tissue;
    /** Water of a disc's nucleus, 0..1. */
    public double wet;
    /** Share of fat in marrow. */
    public double fat;
    /** Share of changed marrow, and how far it is changed. */
    public double changed;
    public double severity;
    /** Whether this is inflammation that counts. */
    public boolean oedema;
    /** Factor on the water signal: texture and loss by flow. */
    public double shade;

    public void clear() {
        label = 0;
        level = -1;
        tissue = Tissue.VOID;
        wet = 0;
        fat = 0;
        changed = 0;
        severity = 0;
        oedema = false;
        shade = 1;
    }
}
