package spine.runtime.internal.contract;

import static spine.runtime.internal.contract.Promise.require;

import java.util.Arrays;
import java.util.List;

import spine.api.image.ClassProbabilities;
import spine.api.image.PixelBox;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.model.ModelCard;

/**
 * What {@link spine.api.model.SegmentationModel} promises of its answer. Quantised probabilities lie in 0..1 by their form; what was not
 * finite before shows in a sum that is not 1.
 */
public final class ProbabilityContract {
    private static final int ONE = 255;
    private static final int BLOCK = 128;
    private static final byte[] NONE = new byte[BLOCK];
    private static final byte[] ALL = new byte[BLOCK];

    static {
        Arrays.fill(ALL, (byte) ONE);
    }

    private final List<String> classes;
    private final SliceStack stack;
    private final StackRegion region;

    /** @param region outside of which the model may answer anything */
    public ProbabilityContract(ModelCard card, SliceStack stack, StackRegion region) {
        this.classes = card.classes();
        this.stack = stack;
        this.region = region;
    }

    /** @throws BrokenContractException if these are no probabilities of the card's classes on the grid of the stack */
    public void check(ClassProbabilities answer) throws BrokenContractException {
        require(answer.classes().equals(classes), () -> "it has the classes " + answer.classes() + ", its card " + classes);
        int slices = stack.slices().size();
        int answered = slices(answer);
        require(answered == slices, () -> "it has " + answered + " slices for the " + slices + " of the stack");
        int pixels = stack.rows() * stack.columns();
        for (int slice = 0; slice < slices; slice++) {
            byte[][] maps = new byte[classes.size()][];
            for (int c = 0; c < maps.length; c++) {
                byte[] map = map(answer, c, slice);
                require(map != null && map.length == pixels, () -> "a map of it has " + (map == null ? 0 : map.length) + " pixels for the "
                        + pixels + " of an image");
                maps[c] = map;
            }
            checkSums(maps, region.boxes().get(slice), slice);
        }
    }

    /** 0 where there are no maps at all. */
    private static int slices(ClassProbabilities answer) {
        try {
            return answer.slices();
        } catch (ArrayIndexOutOfBoundsException | NullPointerException none) {
            return 0;
        }
    }

    /** Null where there is none. */
    private static byte[] map(ClassProbabilities answer, int classIndex, int slice) {
        try {
            return answer.map(classIndex, slice);
        } catch (ArrayIndexOutOfBoundsException | NullPointerException none) {
            return null;
        }
    }

    private void checkSums(byte[][] maps, PixelBox box, int slice) throws BrokenContractException {
        int[] sums = new int[BLOCK];
        for (int row = box.top(); row < box.top() + box.rows(); row++) {
            int end = row * stack.columns() + box.left() + box.columns();
            for (int from = row * stack.columns() + box.left(); from < end; from += BLOCK) {
                int to = Math.min(from + BLOCK, end);
                require(certain(maps, from, to) || sumToOne(maps, from, to, sums), () -> "the probabilities of a pixel of slice "
                        + (slice + 1) + " do not sum to 1");
            }
        }
    }

    /** Most of an image is background and nothing else; that is told by comparing blocks, which costs little. */
    private static boolean certain(byte[][] maps, int from, int to) {
        for (int c = 0; c < maps.length; c++) {
            if (!Arrays.equals(maps[c], from, to, c == 0 ? ALL : NONE, 0, to - from)) {
                return false;
            }
        }
        return true;
    }

    /** Each class may be rounded by less than one step. */
    private static boolean sumToOne(byte[][] maps, int from, int to, int[] sums) {
        Arrays.fill(sums, 0);
        for (byte[] map : maps) {
            for (int i = 0; i < to - from; i++) {
                sums[i] += map[from + i] & ONE;
            }
        }
        int worst = 0;
        for (int i = 0; i < to - from; i++) {
            worst = Math.max(worst, Math.abs(sums[i] - ONE));
        }
        return worst <= maps.length;
    }
}
