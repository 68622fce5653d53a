package spine.unet.preprocessing;

/**
 * A stack as network input. Shared, not copied: nobody writes to the planes.
 *
 * @param slices number of slices
 * @param rows rows of every plane
 * @param columns columns of every plane
 * @param planes {@code [plane][row * columns + column]}, values in 0 to the recipe's limit: every slice, and where the recipe's channels
 *     {@linkplain SliceChannels#planes(int) want it}, every slice once more
 */
public record PreparedStack(int slices, int rows, int columns, float[][] planes) {
}
