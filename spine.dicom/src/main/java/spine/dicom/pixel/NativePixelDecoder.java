package spine.dicom.pixel;

import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Decodes the pixels of grey images in native format, that is not compressed (PS3.5 8.2). Free of state. */
public final class NativePixelDecoder {

    /**
     * @param image one frame with its pixels
     * @param name names the image in messages
     * @return row-major values after rescale; padding becomes the smallest other value
     * @throws UnusableInputException if the pixels are missing, too short, coloured or of another depth than 8 or 16 bits
     */
    public float[] decode(DicomObject image, String name) throws UnusableInputException {
        String photometric = image.text(Tag.PhotometricInterpretation);
        int samples = image.integer(Tag.SamplesPerPixel, 1);
        if (samples != 1 || !photometric.equals("MONOCHROME1") && !photometric.equals("MONOCHROME2")) {
            throw new UnusableInputException(name + " is not a grey image: its photometric interpretation is "
                    + (photometric.isEmpty() ? "missing" : photometric));
        }
        int allocated = image.integer(Tag.BitsAllocated, 0);
        if (allocated != 8 && allocated != 16) {
            throw new UnusableInputException(name + " has pixels of " + allocated + " bits; 8 and 16 are read");
        }
        int rows = image.integer(Tag.Rows, 0);
        int columns = image.integer(Tag.Columns, 0);
        long count = (long) rows * columns;
        byte[] bytes = image.element(Tag.PixelData).map(DicomElement::bytes).orElse(null);
        if (bytes == null || count <= 0 || bytes.length < count * (allocated / 8)) {
            throw new UnusableInputException(name + " has too few pixels: " + (bytes == null ? 0 : bytes.length)
                    + " bytes for " + rows + " x " + columns + " pixels of " + allocated + " bits");
        }
        return new MonochromePixels(image, bytes, (int) count, allocated).values();
    }
}
