package spine.api.image;

/**
 * A rectangle of pixels of an image.
 *
 * @param top its first row, not negative
 * @param left its first column, not negative
 * @param rows how many rows, not negative
 * @param columns how many columns; 0 exactly if there are no rows
 */
public record PixelBox(int top, int left, int rows, int columns) {

    /** No pixel at all. */
    public static final PixelBox NONE = new PixelBox(0, 0, 0, 0);

    public PixelBox {
        if (top < 0 || left < 0 || rows < 0 || columns < 0 || rows == 0 != (columns == 0)) {
            throw new IllegalArgumentException("no rectangle of " + rows + " x " + columns + " pixels at " + top + ", " + left);
        }
    }

    /** Whether it has no pixel. */
    public boolean isEmpty() {
        return rows == 0;
    }

    /** Whether it has that pixel. */
    public boolean contains(int row, int column) {
        return row >= top && row < top + rows && column >= left && column < left + columns;
    }

    /** The pixels of both. */
    public PixelBox intersection(PixelBox other) {
        int first = Math.max(top, other.top);
        int leftmost = Math.max(left, other.left);
        int height = Math.min(top + rows, other.top + other.rows) - first;
        int width = Math.min(left + columns, other.left + other.columns) - leftmost;
        return height <= 0 || width <= 0 ? NONE : new PixelBox(first, leftmost, height, width);
    }

    /** The smallest rectangle that holds both. */
    public PixelBox union(PixelBox other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        int first = Math.min(top, other.top);
        int leftmost = Math.min(left, other.left);
        return new PixelBox(first, leftmost, Math.max(top + rows, other.top + other.rows) - first,
                Math.max(left + columns, other.left + other.columns) - leftmost);
    }
}
