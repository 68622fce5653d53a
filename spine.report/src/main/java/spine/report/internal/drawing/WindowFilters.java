package spine.report.internal.drawing;

import java.util.List;
import spine.common.display.DisplayWindow;
import spine.common.svg.SvgWriter;

/** The windows that a reader can choose instead of the usual one: filters named {@code wide-N} and {@code narrow-N}. */
public final class WindowFilters {
    /** The narrow window ends at so many times the signal of normal marrow. */
    private static final double NARROW_TOP = 2;

    private WindowFilters() {
    }

    /**
     * Writes them where definitions stand.
     *
     * @param number of the window: images of it have the attribute {@code data-station} with that number
     * @param window that the images are shown in
     */
    public static void write(SvgWriter svg, int number, DisplayWindow window) {
        write(svg, "wide-" + number, window.linearUpTo(window.brightest()));
        write(svg, "narrow-" + number, window.linearUpTo(Float.isNaN(window.marrow()) ? window.white()
                : window.black() + NARROW_TOP * (window.marrow() - window.black())));
    }

    private static void write(SvgWriter svg, String id, double[] table) {
        StringBuilder values = new StringBuilder();
        for (double value : table) {
            values.append(svg.number(value)).append(' ');
        }
        // Images are grey in sRGB; a filter works on linear light unless it is told.
        svg.open("filter").with("id", id).with("x", "0").with("y", "0").with("width", "1").with("height", "1")
                .with("color-interpolation-filters", "sRGB").open("feComponentTransfer");
        for (String channel : List.of("feFuncR", "feFuncG", "feFuncB")) {
            svg.open(channel).with("type", "table").with("tableValues", values.toString().strip()).close();
        }
        svg.close().close();
    }
}
