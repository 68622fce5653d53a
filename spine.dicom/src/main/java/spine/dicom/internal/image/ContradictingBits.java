package spine.dicom.internal.image;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.Note;

/** Whether the values of a frame are not those that its header announces: BitsStored, HighBit and PixelRepresentation may be wrong. */
final class ContradictingBits {
    private static final Note MORE_BITS = Note.warning("Pixels of the images have bits set above those that BitsStored and HighBit"
            + " announce; these bits were ignored, which can change the scores.");
    private static final Note WRAPPED = Note.warning("Neighbouring pixels of the images jump from one end of the stored range to the other,"
            + " as where PixelRepresentation or BitsStored is wrong; that can change the scores.");
    /** Of the range, between neighbours. */
    private static final double JUMP = 7.0 / 8;
    /** Saturated pictures of few bits have such edges. */
    private static final int LEAST_BITS = 9;
    /** One spike has two sides. */
    private static final int MOST_JUMPS = 2;
    /**
     * Of all pairs of neighbours. Origin: in 513 phantom images of 12 and 16 bits at most 0.0011 of the pairs jump, at the edges of
     * saturated parts; of the same images with their darkest 5 percent below zero and read without a sign at least 0.0126, and with their
     * brightest parts beyond the largest signed value 0.0072 in the median.
     */
    private static final double MOST_JUMPING = 0.005;

    private ContradictingBits() {
    }

    /**
     * @param columns of the frame
     * @param padding the stored values that are no picture, from the lower to the upper
     * @param usedAbove whether the header says that the bits above hold something else
     */
    static List<Note> of(StoredValues values, int columns, int[] padding, boolean usedAbove) {
        double jump = JUMP * ((double) values.highest() - values.lowest());
        boolean moreBits = false;
        int jumps = 0;
        int pairs = 0;
        for (int i = 0; i < values.count(); i++) {
            int value = values.value(i);
            if (isPadding(value, padding)) {
                continue;
            }
            moreBits |= !usedAbove && !values.isClearAbove(i);
            if (i % columns > 0) {
                int left = values.value(i - 1);
                pairs++;
                jumps += Math.abs(value - left) > jump && !isPadding(left, padding) ? 1 : 0;
            }
        }
        List<Note> notes = new ArrayList<>();
        if (moreBits) {
            notes.add(MORE_BITS);
        }
        if (values.highest() - values.lowest() >= 1 << LEAST_BITS - 1 && jumps > Math.max(MOST_JUMPS, MOST_JUMPING * pairs)) {
            notes.add(WRAPPED);
        }
        return notes;
    }

    private static boolean isPadding(int value, int[] padding) {
        return value >= padding[0] && value <= padding[1];
    }
}
