package spine.dicomweb.internal.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.dicom.decode.FrameFormat;
import spine.dicom.pixel.DicomImage;

/** Draws a frame: grey values by a window, single bits as black and white, colours of eight bits as they are. */
final class FramePicture {

    private FramePicture() {
    }

    /** @param window empty for that of the header, or else the whole range of values */
    static BufferedImage of(DicomImage image, int frame, Optional<Window> window) throws IOException, UnusableInputException {
        FrameFormat format = image.format();
        if (format.bitsAllocated() == 1 && format.samples() == 1) {
            byte[] cells = image.cells(frame).cells();
            return grey(format, i -> 255 * cells[i]);
        }
        if (format.samples() == 3 && format.bitsAllocated() == 8) {
            return colour(format, image.cells(frame).cells());
        }
        float[] values = image.grey(frame).values();
        Window used = window.or(() -> Window.of(image.header(), frame)).orElseGet(() -> Window.of(values));
        return grey(format, i -> used.brightness(values[i]));
    }

    private interface Brightness {
        int at(int pixel);
    }

    private static BufferedImage grey(FrameFormat format, Brightness brightness) {
        BufferedImage picture = new BufferedImage(format.columns(), format.rows(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = new byte[format.rows() * format.columns()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) brightness.at(i);
        }
        picture.getRaster().setDataElements(0, 0, format.columns(), format.rows(), pixels);
        return picture;
    }

    private static BufferedImage colour(FrameFormat format, byte[] cells) {
        boolean isYbr = format.photometric().startsWith("YBR_FULL");
        BufferedImage picture = new BufferedImage(format.columns(), format.rows(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[format.rows() * format.columns()];
        for (int i = 0; i < pixels.length; i++) {
            int a = cells[3 * i] & 0xff;
            int b = cells[3 * i + 1] & 0xff;
            int c = cells[3 * i + 2] & 0xff;
            pixels[i] = isYbr ? rgb(a, b - 128, c - 128) : a << 16 | b << 8 | c;
        }
        picture.setRGB(0, 0, format.columns(), format.rows(), pixels, 0, format.columns());
        return picture;
    }

    /** PS3.3 C.7.6.3.1.2. */
    private static int rgb(int y, int blue, int red) {
        return level(y + 1.402 * red) << 16 | level(y - 0.344136 * blue - 0.714136 * red) << 8 | level(y + 1.772 * blue);
    }

    private static int level(double value) {
        return (int) Math.round(Math.max(0, Math.min(255, value)));
    }
}
