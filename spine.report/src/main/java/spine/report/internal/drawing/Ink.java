package spine.report.internal.drawing;

import java.util.Locale;

/** Lines of a drawing. Their colours are those of the style sheet of the page, which names them by {@link #style}. */
public enum Ink {
    BODY(0x5ad1e6, 1.3, false), DISC(0xf2c14e, 1.3, false), LESION(0xff5c86, 1.4, false),
    /** The quadrants of a unit. */
    GRID(0xffffff, 1.1, true),
    /** From the endplate to the deepest point of a lesion. */
    DEPTH(0xffe14d, 1.6, false),
    /** Where the reference of the signal is looked for. */
    CANAL(0x5b8cff, 1.5, true);

    private final int rgb;
    private final double width;
    private final boolean dashed;

    Ink(int rgb, double width, boolean dashed) {
        this.rgb = rgb;
        this.width = width;
        this.dashed = dashed;
    }

    /** Red, green, blue, eight bits each. */
    public int rgb() {
        return rgb;
    }

    /** In pixels of a screen. */
    public double width() {
        return width;
    }

    public boolean dashed() {
        return dashed;
    }

    /** Its class in the style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
