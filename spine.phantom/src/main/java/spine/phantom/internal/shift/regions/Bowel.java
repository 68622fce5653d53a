package spine.phantom.internal.shift.regions;

import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Bowel loops in fat. Immutable. */
final class Bowel {
    private final RandomFields fields;
    private final double padding;
    private final double loops;
    private final double moist;

    /**
     * @param padding thickness of the fat behind the bowel, mm
     * @param loops size of the loops, mm
     * @param moist share of the loops with fluid content, 0..1
     */
    Bowel(RandomFields fields, double padding, double loops, double moist) {
        this.fields = fields;
        this.padding = padding;
        this.loops = loops;
        this.moist = moist;
    }

    /**
     * Samples a point. Every cell is a bowel loop or a lobe of fat; its identity determines which, and the content.
     *
     * @param level C2 = 0
     * @param f distance in front of the bodies, mm
     * @param left distance to the left of the spine, mm
     * @param cell scratch space
     */
    void sample(double level, double f, double left, WorleyNoise.Cell cell, TissueSample sample) {
        double bend = 0.3 * fields.smooth().at(f / 9, left / 9, level * 2.2);
        double turn = 0.3 * fields.smooth().at(f / 9 + 30, left / 9, level * 2.2);
        fields.cells().sample(left / loops + bend, f / loops - turn, level * 24 / loops + turn - bend, cell);
        if (f < padding || cell.which < 0.3 || cell.border < 0.06) {
            sample.tissue = Tissue.FAT;
        } else if (cell.border < 0.18) {
            sample.tissue = Tissue.GUT_WALL;
        } else {
            double kind = (cell.which - 0.3) / 0.7;
            sample.tissue = kind < moist ? Tissue.GUT_FLUID : kind < moist + 0.3 ? Tissue.VOID : Tissue.GUT_STOOL;
            sample.gain = 0.8 + 0.2 * cell.near;
        }
    }
}
