package spine.report.internal.comparison.picture;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import spine.api.anatomy.DiscLevel;
import spine.common.text.Decimals;
import spine.report.internal.drawing.SlicePng;
import spine.report.internal.page.SliceWords;

/**
 * One place of a unit at all time points.
 *
 * @param place how far to the left of the middle of the unit, mm
 * @param cells one for each time point
 */
public record PictureRow(double place, List<Cell> cells) {
    /** Less is not told: slices are further apart, and turned pictures look alike. */
    private static final double NEAR_MM = 1;
    private static final double NEAR_DEGREES = 3;

    /**
     * A picture.
     *
     * @param drawing markup; empty where the time point has no image of the unit
     * @param slice its number, counted from 1
     * @param scored whether it is one of those that make the score
     * @param words what the index found on it
     * @param offset how it differs in place from the first picture of the row, in words; may be empty
     */
    public record Cell(String drawing, int slice, boolean scored, SliceWords words, String offset) {
        private static final Cell NONE = new Cell("", 0, false, SliceWords.of(Optional.empty()), "");

        public boolean elsewhere() {
            return !offset.isEmpty();
        }

        public boolean shown() {
            return !drawing.isEmpty();
        }
    }

    /** @param side of the pictures, mm */
    static PictureRow of(DiscLevel level, double place, List<Optional<UnitImages>> images, double side) {
        List<Cell> cells = new ArrayList<>();
        OptionalDouble first = OptionalDouble.empty();
        for (Optional<UnitImages> of : images) {
            if (of.isEmpty()) {
                cells.add(Cell.NONE);
                continue;
            }
            UnitSlice slice = SlicePlan.nearest(of.get(), place);
            cells.add(new Cell(drawing(level, of.get(), slice, side), slice.number(), slice.scored(), SliceWords.of(slice.finding()),
                    first.isPresent() ? offset(slice.left() - first.getAsDouble(), of.get().degrees()) : ""));
            first = first.isPresent() ? first : OptionalDouble.of(slice.left());
        }
        return new PictureRow(place, cells);
    }

    private static String offset(double left, double degrees) {
        List<String> words = new ArrayList<>();
        if (Math.abs(left) >= NEAR_MM) {
            words.add(Decimals.fixed(Math.abs(left), 1, "") + " mm further " + (left > 0 ? "left" : "right"));
        }
        if (Math.abs(degrees) >= NEAR_DEGREES) {
            words.add("turned by " + Decimals.fixed(Math.abs(degrees), 0, "") + "°");
        }
        return String.join(", ", words);
    }

    private static String drawing(DiscLevel level, UnitImages images, UnitSlice slice, double side) {
        BufferedImage picture = new BufferedImage(UnitSlice.PIXELS, UnitSlice.PIXELS, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, UnitSlice.PIXELS, UnitSlice.PIXELS, slice.grey());
        String length = Decimals.atMost(side, 3, "0");
        // The outlines are markup already.
        return "<svg class=\"slice\" role=\"img\" aria-label=\"" + level.label() + ", slice " + slice.number() + "\" viewBox=\"0 0 "
                + length + " " + length + "\"><image data-station=\"" + images.window() + "\" width=\"" + length + "\" height=\"" + length
                + "\" href=\"" + SlicePng.dataUri(picture) + "\"/>" + slice.outlines() + "</svg>";
    }
}
