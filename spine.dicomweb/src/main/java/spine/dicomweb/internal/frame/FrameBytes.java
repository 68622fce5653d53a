package spine.dicomweb.internal.frame;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomFile;
import spine.dicom.DicomObject;
import spine.dicom.PixelData;
import spine.dicom.decode.FrameFormat;
import spine.dicom.pixel.DicomImage;
import spine.dicom.pixel.DicomImages;

/**
 * The frames of one object as little-endian bytes, laid out as the header says: native ones as they are stored, others decoded, one by
 * one. Single bits are packed, each frame from a byte of its own on. Not safe for several threads.
 */
public final class FrameBytes implements Closeable {
    private static final String HALF_COLOUR = "YBR_FULL_422";

    private final DicomImage image;
    private final DicomFile file;
    private final DecodingSlots slots;

    /** @throws UnusableInputException if it is no image, or nobody here decodes its pixels */
    public FrameBytes(Path path, DicomImages images, DicomCodec codec, DecodingSlots slots) throws IOException, UnusableInputException {
        this.image = images.open(path);
        this.slots = slots;
        try {
            this.file = codec.open(path);
        } catch (IOException | UnusableInputException | RuntimeException failure) {
            image.close();
            throw failure;
        }
    }

    public DicomObject header() {
        return image.header();
    }

    public FrameFormat format() {
        return image.format();
    }

    public int count() {
        return image.frames();
    }

    /** Whether the pixels are stored without compression. */
    public boolean isNative() {
        return !pixels().isEncapsulated();
    }

    /** @param frame 0 for the first */
    public byte[] frame(int frame) throws IOException, UnusableInputException {
        FrameFormat format = image.format();
        if (isNative() && format.bitsAllocated() > 1) {
            int length = format.photometric().equals(HALF_COLOUR) ? format.length() / 3 * 2 : format.length();
            long offset = (long) frame * length;
            if (offset + length > pixels().length(0)) {
                throw new UnusableInputException(file.name() + " has fewer pixels than its header says");
            }
            return slots.run(() -> pixels().read(0, offset, length));
        }
        byte[] cells = slots.run(() -> image.cells(frame).cells());
        return format.bitsAllocated() == 1 ? packed(cells) : cells;
    }

    /** The frame as it is stored, for compressed pixels whose fragments tell where the frame begins; else empty. */
    public Optional<byte[]> encoded(int frame) throws IOException, UnusableInputException {
        PixelData pixels = pixels();
        if (isNative() || pixels.fragments() != count()) {
            return Optional.empty();
        }
        long length = pixels.length(frame);
        if (length > 4L * format().length() + (1 << 20)) {
            throw new UnusableInputException(file.name() + " is damaged: a frame announces " + length + " bytes");
        }
        return Optional.of(slots.run(() -> pixels.read(frame, 0, (int) length)));
    }

    @Override
    public void close() throws IOException {
        try {
            image.close();
        } finally {
            file.close();
        }
    }

    private PixelData pixels() {
        return file.pixelData().orElseThrow();
    }

    /** The first pixel is the lowest bit (PS3.5 8.1.1). */
    static byte[] packed(byte[] cells) {
        byte[] bits = new byte[(cells.length + 7) / 8];
        for (int i = 0; i < cells.length; i++) {
            bits[i >>> 3] |= (byte) ((cells[i] & 1) << (i & 7));
        }
        return bits;
    }
}
