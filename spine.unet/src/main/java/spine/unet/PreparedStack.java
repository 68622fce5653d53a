package spine.unet;

/**
 * A stack as network input. Read only.
 *
 * @param rows rows of every plane
 * @param columns columns of every plane
 * @param planes {@code [slice][row * columns + column]}, values in 0 to the recipe's limit
 */
public record PreparedStack(int rows, int columns, float[][] planes) {
}
