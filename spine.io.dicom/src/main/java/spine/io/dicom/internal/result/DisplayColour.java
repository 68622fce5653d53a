package spine.io.dicom.internal.result;

/** Colours that objects recommend to viewers, as CIELab of 16 bits (PS3.3 C.10.7.1.1). */
public enum DisplayColour {
    /** Oedema and other lesions. */
    RED(37355, 51143, 44975),
    /** Discs, and the names of levels. */
    CYAN(58982, 22616, 29812),
    /** Vertebrae, in turn with {@link #TAN} to tell neighbours apart. */
    IVORY(57671, 33410, 37522),
    /** Every second vertebra. */
    TAN(45875, 35466, 41891);

    private final int[] lab;

    DisplayColour(int... lab) {
        this.lab = lab;
    }

    /** L*, a* and b*. */
    public int[] lab() {
        return lab.clone();
    }
}
