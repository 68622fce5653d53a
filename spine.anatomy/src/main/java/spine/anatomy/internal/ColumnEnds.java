package spine.anatomy.internal;

import spine.api.image.Vec3;

/**
 * Whether the column ends in the middle of the picture, so that its first body is probably C2 and its last one S1, even if
 * the model has not marked them.
 *
 * @param openAbove there is room for another body above the first one, yet none was found
 * @param openBelow the same below the last one
 */
record ColumnEnds(boolean openAbove, boolean openBelow) {
    private static final double ROOM_MM = 30;

    static ColumnEnds of(Column column) {
        Chain first = column.chains().get(0);
        Boundary top = first.boundaries().get(0);
        Vec3 above = top.centre().minus(top.down().times(1.4 * top.pitchMm() + ROOM_MM));
        int lowest = 0;
        for (int c = 1; c < column.offsets().length; c++) {
            if (column.offsets()[c] + column.chains().get(c).bodies().size()
                    > column.offsets()[lowest] + column.chains().get(lowest).bodies().size()) {
                lowest = c;
            }
        }
        Chain last = column.chains().get(lowest);
        Boundary bottom = last.boundaries().get(last.boundaries().size() - 1);
        Vec3 below = bottom.centre().plus(bottom.down().times(1.4 * bottom.pitchMm() + ROOM_MM));
        return new ColumnEnds(new FieldOfView(first.map().stack()).margin(above) > 0,
                new FieldOfView(last.map().stack()).margin(below) > 0);
    }
}
