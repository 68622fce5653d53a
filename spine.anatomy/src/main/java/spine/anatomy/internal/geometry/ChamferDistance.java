package spine.anatomy.internal.geometry;

/** Morphology on small binary images by a chamfer distance in mm, so that pixels need not be square. */
final class ChamferDistance {
    private final int width;
    private final int height;
    private final float dx;
    private final float dy;
    private final float diagonal;

    ChamferDistance(int width, int height, double columnSpacing, double rowSpacing) {
        this.width = width;
        this.height = height;
        this.dx = (float) columnSpacing;
        this.dy = (float) rowSpacing;
        this.diagonal = (float) Math.hypot(columnSpacing, rowSpacing);
    }

    /** Distance of every pixel to the nearest one that is {@code value}; what lies outside the image counts as no pixel. */
    float[] to(boolean[] mask, boolean value) {
        float[] d = new float[mask.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = mask[i] == value ? 0 : 1e6f;
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                relax(d, x, y, -1);
            }
        }
        for (int y = height - 1; y >= 0; y--) {
            for (int x = width - 1; x >= 0; x--) {
                relax(d, x, y, 1);
            }
        }
        return d;
    }

    private void relax(float[] d, int x, int y, int way) {
        int i = y * width + x;
        float best = d[i];
        if (best == 0) {
            return;
        }
        int row = i + way * width;
        if (x > 0 && x < width - 1 && row >= 0 && row < d.length) {
            best = least(best, d[i + way] + dx);
            best = least(best, d[row] + dy);
            best = least(best, d[row - 1] + diagonal);
            d[i] = least(best, d[row + 1] + diagonal);
        } else {
            relaxAtEdge(d, x, y, way);
        }
    }

    private void relaxAtEdge(float[] d, int x, int y, int way) {
        int i = y * width + x;
        int xx = x + way;
        int yy = y + way;
        float best = d[i];
        if (xx >= 0 && xx < width) {
            best = least(best, d[i + way] + dx);
        }
        if (yy >= 0 && yy < height) {
            int row = i + way * width;
            best = least(best, d[row] + dy);
            if (x > 0) {
                best = least(best, d[row - 1] + diagonal);
            }
            if (x < width - 1) {
                best = least(best, d[row + 1] + diagonal);
            }
        }
        d[i] = best;
    }

    /** Distances are no NaN and not negative, so this is {@link Math#min} without its care for these. */
    private static float least(float one, float other) {
        return one < other ? one : other;
    }

    /** Fills gaps and bays up to twice the radius. */
    boolean[] closed(boolean[] mask, double radius) {
        return over(to(within(to(mask, true), radius), false), radius);
    }

    /** Removes spurs and threads up to twice the radius; of what is left, everything within {@code margin} comes back. */
    boolean[] opened(boolean[] mask, double radius, double margin) {
        boolean[] core = within(to(over(to(mask, false), radius), true), radius + margin);
        for (int i = 0; i < core.length; i++) {
            core[i] &= mask[i];
        }
        return core;
    }

    private static boolean[] within(float[] distance, double radius) {
        boolean[] mask = new boolean[distance.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = distance[i] <= radius;
        }
        return mask;
    }

    private static boolean[] over(float[] distance, double radius) {
        boolean[] mask = new boolean[distance.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = distance[i] > radius;
        }
        return mask;
    }
}
