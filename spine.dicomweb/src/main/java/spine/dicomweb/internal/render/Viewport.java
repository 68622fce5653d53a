package spine.dicomweb.internal.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import spine.dicomweb.internal.http.HttpFailure;

/**
 * The size that a picture is to fit into, with its proportions kept (PS3.18 8.3.5.1.5).
 *
 * @param width pixels
 * @param height pixels
 */
record Viewport(int width, int height) {
    private static final int LARGEST = 4096;

    /** The parameter {@code viewport} of a request: width and height; a part of the image cannot be chosen. */
    static Viewport parse(String text) throws HttpFailure {
        if (text.matches("[1-9]\\d{0,3},[1-9]\\d{0,3}")) {
            String[] sides = text.split(",");
            Viewport viewport = new Viewport(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
            if (viewport.width <= LARGEST && viewport.height <= LARGEST) {
                return viewport;
            }
        }
        throw new HttpFailure(HttpFailure.BAD_REQUEST, "A viewport is a width and a height of 1 to " + LARGEST
                + ", with a comma between them.");
    }

    BufferedImage fit(BufferedImage picture) {
        double scale = Math.min((double) width / picture.getWidth(), (double) height / picture.getHeight());
        BufferedImage scaled = new BufferedImage(Math.max(1, (int) Math.round(scale * picture.getWidth())),
                Math.max(1, (int) Math.round(scale * picture.getHeight())), picture.getType());
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
        graphics.dispose();
        return scaled;
    }
}
