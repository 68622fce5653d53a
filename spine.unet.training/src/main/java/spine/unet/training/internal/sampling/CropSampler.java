package spine.unet.training.internal.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws the places of crops. A given share is centred near a pixel of a foreground class. Of the others, half lie where another patient has
 * such a pixel, which is mostly on the spine and shows what is easily confused with the class, and half lie anywhere; a fifth lie in stacks
 * without any such pixel, where there are some, so that a few images without a spine are seen often enough.
 */
public final class CropSampler {

    /** Centre of a crop, in pixels of the stack. */
    public record Place(StoredStack stack, int slice, int row, int column) {
    }

    private static final int EMPTY = 5;
    private final List<StoredStack> stacks;
    private final List<StoredStack> empty;
    /** By class, the stacks that have pixels of it. */
    private final List<List<StoredStack>> byClass = new ArrayList<>();
    /** Foreground classes of which there is any pixel. */
    private final List<Integer> present = new ArrayList<>();
    private final double focusedShare;
    private final int jitterRows;
    private final int jitterColumns;

    /** @param classes number of classes, background included */
    public CropSampler(List<StoredStack> stacks, int classes, CropSettings settings) {
        this.stacks = stacks;
        this.focusedShare = settings.focusedShare();
        this.jitterRows = settings.rows() / 3;
        this.jitterColumns = settings.columns() / 3;
        for (int c = 0; c < classes; c++) {
            int wanted = c;
            byClass.add(stacks.stream().filter(s -> s.points(wanted).length > 0).toList());
            if (c > 0 && !byClass.get(c).isEmpty()) {
                present.add(c);
            }
        }
        this.empty = stacks.stream().filter(s -> present.stream().allMatch(c -> s.points(c).length == 0)).toList();
    }

    /** Draws one place. */
    public Place sample(Random random) {
        if (random.nextDouble() >= focusedShare || present.isEmpty()) {
            List<StoredStack> from = !empty.isEmpty() && random.nextInt(EMPTY) == 0 ? empty : stacks;
            StoredStack stack = from.get(random.nextInt(from.size()));
            int slice = random.nextInt(stack.slices);
            if (present.isEmpty() || random.nextBoolean()) {
                return new Place(stack, slice, random.nextInt(stack.rows), random.nextInt(stack.columns));
            }
            Place other = focused(random);
            return new Place(stack, slice, other.row() * stack.rows / other.stack().rows,
                    other.column() * stack.columns / other.stack().columns);
        }
        return focused(random);
    }

    private Place focused(Random random) {
        int wanted = present.get(random.nextInt(present.size()));
        List<StoredStack> having = byClass.get(wanted);
        StoredStack stack = having.get(random.nextInt(having.size()));
        int[] points = stack.points(wanted);
        int point = points[random.nextInt(points.length)];
        int inSlice = point % (stack.rows * stack.columns);
        return new Place(stack, point / (stack.rows * stack.columns),
                inSlice / stack.columns + random.nextInt(2 * jitterRows + 1) - jitterRows,
                inSlice % stack.columns + random.nextInt(2 * jitterColumns + 1) - jitterColumns);
    }
}
