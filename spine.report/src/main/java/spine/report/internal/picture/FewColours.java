package spine.report.internal.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/**
 * A picture with 256 colours, which takes a fifth of the bytes as PNG: 40 greys, for what is nearly grey, and the 216 colours of which each
 * part is one of six values.
 */
final class FewColours {
    private static final int GREYS = 40;
    private static final int VALUES = 6;
    private static final int ALL = GREYS + VALUES * VALUES * VALUES;
    /** Between the parts of a colour that counts as grey. */
    private static final int NEARLY_GREY = 24;
    private static final IndexColorModel PALETTE = palette();

    private FewColours() {
    }

    static BufferedImage of(BufferedImage picture) {
        BufferedImage few = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, PALETTE);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                few.getRaster().setSample(x, y, 0, index(picture.getRGB(x, y)));
            }
        }
        return few;
    }

    private static int index(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) < NEARLY_GREY) {
            return step((red + green + blue) / 3, GREYS);
        }
        return GREYS + (step(red, VALUES) * VALUES + step(green, VALUES)) * VALUES + step(blue, VALUES);
    }

    private static int step(int value, int steps) {
        return (int) Math.round(value * (steps - 1) / 255.0);
    }

    private static IndexColorModel palette() {
        byte[] red = new byte[ALL];
        byte[] green = new byte[ALL];
        byte[] blue = new byte[ALL];
        for (int i = 0; i < ALL; i++) {
            int colour = i - GREYS;
            red[i] = i < GREYS ? value(i, GREYS) : value(colour / (VALUES * VALUES), VALUES);
            green[i] = i < GREYS ? red[i] : value(colour / VALUES % VALUES, VALUES);
            blue[i] = i < GREYS ? red[i] : value(colour % VALUES, VALUES);
        }
        return new IndexColorModel(8, ALL, red, green, blue);
    }

    private static byte value(int step, int steps) {
        return (byte) Math.round(step * 255.0 / (steps - 1));
    }
}
