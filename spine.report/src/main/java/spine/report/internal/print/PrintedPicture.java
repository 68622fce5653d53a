package spine.report.internal.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import spine.report.internal.page.PageNumbers;

/**
 * A picture on a page.
 *
 * @param data as a URI that holds it
 * @param width mm
 * @param alternative what it shows, in words
 */
record PrintedPicture(String data, String width, String alternative) {
    /** Of JPEG: a document of PNG is several times as large, and for measuring there are the images themselves. */
    private static final float QUALITY = 0.9f;

    static PrintedPicture of(BufferedImage picture, double widthMm, String alternative) {
        return new PrintedPicture("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(picture)),
                PageNumbers.fixed(widthMm, 1), alternative);
    }

    private static byte[] jpeg(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), quality);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
