package spine.report.internal.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import spine.api.image.Slice;
import spine.common.display.DisplayWindow;

/** Pictures as PNG, and a part of a slice as one inside a data URI. */
public final class SlicePng {
    /** Larger images are averaged down: a page shows no more pixels than these. */
    private static final int MAX_PIXELS = 720;

    private SlicePng() {
    }

    static String dataUri(Slice slice, Crop crop, DisplayWindow window) {
        int step = (Math.max(crop.rows(), crop.columns()) + MAX_PIXELS - 1) / MAX_PIXELS;
        int width = (crop.columns() + step - 1) / step;
        int height = (crop.rows() + step - 1) / step;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int row = crop.firstRow() + y * step;
                int column = crop.firstColumn() + x * step;
                image.getRaster().setSample(x, y, 0, window.grey(mean(slice, row, column, step, crop)));
            }
        }
        return dataUri(image);
    }

    /** For a page. */
    public static String dataUri(BufferedImage image) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
    }

    private static double mean(Slice slice, int row, int column, int step, Crop crop) {
        double sum = 0;
        int count = 0;
        for (int r = row; r < Math.min(row + step, crop.firstRow() + crop.rows()); r++) {
            for (int c = column; c < Math.min(column + step, crop.firstColumn() + crop.columns()); c++) {
                sum += slice.pixels()[r * slice.columns() + c];
                count++;
            }
        }
        return sum / count;
    }

    /** The bytes of a PNG file. */
    public static byte[] png(BufferedImage image) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
