package spine.dicomweb.internal.frame;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomFile;
import spine.dicom.DicomObject;
import spine.dicom.LossyCompression;
import spine.dicom.PixelData;
import spine.dicom.Tag;
import spine.dicom.decode.FrameFormat;
import spine.dicom.pixel.DicomImages;

/**
 * Writes an object in explicit VR little endian with native pixels, whatever it is stored in. Only one frame is in memory at a time. What
 * follows the pixels in the file, such as padding, is left out.
 */
public final class PlainObject {
    private static final int PLANAR_CONFIGURATION = 0x00280006;
    private static final int CHUNK = 1 << 20;
    /** The length of a value has 32 bits, of which all set means that it is undefined (PS3.5 7.1.1). */
    private static final long LONGEST_VALUE = 0xfffffffeL;

    private final DicomCodec codec;
    private final DicomImages images;
    private final DecodingSlots slots;

    public PlainObject(DicomCodec codec, DicomImages images, DecodingSlots slots) {
        this.codec = codec;
        this.images = images;
        this.slots = slots;
    }

    /** @throws UnusableInputException if the object is damaged or its pixels are not decoded; some of it may have been written */
    public void write(Path path, OutputStream target) throws IOException, UnusableInputException {
        OutputStream out = new BufferedOutputStream(target);
        try (DicomFile file = codec.open(path)) {
            if (file.pixelData().isEmpty()) {
                codec.write(file.header(), out);
            } else if (file.pixelData().get().isEncapsulated()) {
                decoded(path, out);
            } else {
                codec.write(file.header(), out);
                stored(file.header(), file.pixelData().get(), out);
            }
        }
        out.flush();
    }

    private void stored(DicomObject header, PixelData pixels, OutputStream out) throws IOException, UnusableInputException {
        long length = pixels.length(0);
        head(header.integer(Tag.BitsAllocated, 16), length, out);
        for (long at = 0; at < length; at += CHUNK) {
            out.write(pixels.read(0, at, (int) Math.min(CHUNK, length - at)));
        }
        pad(length, out);
    }

    private void decoded(Path path, OutputStream out) throws IOException, UnusableInputException {
        try (FrameBytes frames = new FrameBytes(path, images, codec, slots)) {
            FrameFormat format = frames.format();
            if (format.bitsAllocated() == 1 && frames.count() > 1 && format.cells() % 8 != 0) {
                throw new UnusableInputException(path + " has compressed frames of bits that fill no whole bytes, which are not written");
            }
            long frameLength = format.bitsAllocated() == 1 ? (format.cells() + 7) / 8 : format.length();
            long length = frameLength * frames.count();
            if (length > LONGEST_VALUE) {
                throw new UnusableInputException(path + " is too large for an object without compression");
            }
            codec.write(asDecoded(frames.header(), format), out);
            head(format.bitsAllocated(), length, out);
            for (int frame = 0; frame < frames.count(); frame++) {
                out.write(frames.frame(frame));
            }
            pad(length, out);
        }
    }

    /** What decoding changes: colours stand at every pixel and side by side, and what was lost is said (PS3.5 8.2, PS3.3 C.7.6.3). */
    private static DicomObject asDecoded(DicomObject header, FrameFormat format) {
        if (LossyCompression.applies(header)) {
            header.text(LossyCompression.LossyImageCompression, "CS", "01");
            header.text(LossyCompression.LossyImageCompressionMethod, "CS", LossyCompression.methods(header).toArray(String[]::new));
        }
        if (format.samples() > 1) {
            header.unsignedShorts(PLANAR_CONFIGURATION, 0);
            header.text(Tag.PhotometricInterpretation, "CS", switch (format.photometric()) {
                case "YBR_FULL_422" -> "YBR_FULL";
                case "YBR_RCT", "YBR_ICT" -> "RGB";
                default -> format.photometric();
            });
        }
        return header;
    }

    private static void head(int bitsAllocated, long length, OutputStream out) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) (Tag.PixelData >>> 16)).putShort((short) Tag.PixelData);
        head.put((bitsAllocated > 8 ? "OW" : "OB").getBytes(StandardCharsets.US_ASCII)).putShort((short) 0);
        head.putInt((int) (length + (length & 1)));
        out.write(head.array());
    }

    private static void pad(long length, OutputStream out) throws IOException {
        if (length % 2 == 1) {
            out.write(0);
        }
    }
}
