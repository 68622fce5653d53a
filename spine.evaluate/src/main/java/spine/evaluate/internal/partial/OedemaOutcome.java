package spine.evaluate.internal.partial;

import java.util.BitSet;
import java.util.List;
import spine.agreement.mask.MaskOverlap;
import spine.evaluate.internal.study.ImageMasks;

/**
 * The oedema of a report against lesions whose pixels are all known.
 *
 * @param overlap with the lesions
 * @param falsePixels pixels further than {@link #NEAR} pixels from a lesion on the same image and its neighbours
 */
public record OedemaOutcome(MaskOverlap overlap, long falsePixels) {
    /** Pixels around a lesion that are not called false: its edge is blurred, and outlines differ by a pixel or two. */
    public static final int NEAR = 4;

    static OedemaOutcome of(ImageMasks lesions, ImageMasks oedema, PartialTruth truth) {
        ImageMasks near = new ImageMasks();
        for (String image : lesions.images()) {
            BitSet grown = grown(lesions.on(image), truth.columns().get(image));
            near.add(image, grown);
            neighbours(truth.stacks(), image).forEach(neighbour -> near.add(neighbour, grown));
        }
        return new OedemaOutcome(lesions.against(oedema), oedema.without(near).pixels());
    }

    private static List<String> neighbours(List<List<String>> stacks, String image) {
        for (List<String> stack : stacks) {
            int at = stack.indexOf(image);
            if (at >= 0) {
                return stack.subList(Math.max(0, at - 1), Math.min(stack.size(), at + 2));
            }
        }
        return List.of();
    }

    private static BitSet grown(BitSet pixels, int columns) {
        BitSet grown = new BitSet();
        for (int pixel = pixels.nextSetBit(0); pixel >= 0; pixel = pixels.nextSetBit(pixel + 1)) {
            int row = pixel / columns;
            int column = pixel % columns;
            for (int down = -NEAR; down <= NEAR; down++) {
                int across = (int) Math.sqrt(NEAR * NEAR - down * down);
                if (row + down >= 0) {
                    grown.set((row + down) * columns + Math.max(0, column - across),
                            (row + down) * columns + Math.min(columns - 1, column + across) + 1);
                }
            }
        }
        return grown;
    }
}
