package spine.dicom.internal.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.dicom.DicomElement;
import spine.dicom.DicomFile;
import spine.dicom.DicomLimits;
import spine.dicom.DicomObject;
import spine.dicom.PixelData;
import spine.dicom.Tag;
import spine.dicom.decode.DecodedFrame;
import spine.dicom.decode.FrameDecoder;
import spine.dicom.decode.FrameFormat;
import spine.dicom.pixel.DicomImage;
import spine.dicom.pixel.GreyFrame;

/** An image whose pixels stay in its file. */
public final class OpenImage implements DicomImage {
    private static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
    private static final int MOST_FRAMES = DicomLimits.STANDARD.frames();

    private final DicomFile file;
    private final FrameFormat format;
    private final int count;
    private final Frames frames;

    private OpenImage(DicomFile file, FrameFormat format, int count, Frames frames) {
        this.file = file;
        this.format = format;
        this.count = count;
        this.frames = frames;
    }

    /** @throws UnusableInputException if the header describes no image of native pixels */
    public static OpenImage ofNative(DicomFile file, PixelData pixels) throws UnusableInputException {
        FrameFormat format = FrameFormat.of(file.header(), file.name());
        int count = count(file);
        return new OpenImage(file, format, count, new NativeFrames(pixels, format, count, file.name()));
    }

    /** @throws UnusableInputException if the header describes no image */
    public static OpenImage ofEncapsulated(DicomFile file, PixelData pixels, FrameDecoder decoder) throws UnusableInputException {
        FrameFormat format = FrameFormat.of(file.header(), file.name());
        int count = count(file);
        boolean fits = file.header().element(EXTENDED_OFFSET_TABLE).map(DicomElement::bytes)
                .filter(table -> table.length == (long) count * Long.BYTES).isPresent();
        double[] numbers = fits ? file.header().numbers(EXTENDED_OFFSET_TABLE) : new double[0];
        long[] offsets = new long[numbers.length];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = (long) numbers[i];
        }
        return new OpenImage(file, format, count, new EncodedFrames(pixels, format, decoder, count, offsets, file.name()));
    }

    private static int count(DicomFile file) throws UnusableInputException {
        int count = Math.max(1, file.header().integer(Tag.NumberOfFrames, 1));
        if (count > MOST_FRAMES) {
            throw new UnusableInputException(file.name() + " has " + count + " frames according to its header; at most "
                    + MOST_FRAMES + " are read");
        }
        return count;
    }

    @Override
    public DicomObject header() {
        return file.header();
    }

    @Override
    public FrameFormat format() {
        return format;
    }

    @Override
    public int frames() {
        return count;
    }

    @Override
    public DecodedFrame cells(int frame) throws UnusableInputException, IOException {
        return frames.frame(Objects.checkIndex(frame, count));
    }

    @Override
    public GreyFrame grey(int frame) throws UnusableInputException, IOException {
        String photometric = format.photometric();
        if (format.samples() != 1 || !photometric.equals("MONOCHROME1") && !photometric.equals("MONOCHROME2")) {
            throw new UnusableInputException(file.name() + " is not a grey image: its photometric interpretation is "
                    + (photometric.isEmpty() ? "missing" : photometric));
        }
        if (format.bitsAllocated() != 8 && format.bitsAllocated() != 16) {
            throw new UnusableInputException(file.name() + " has grey pixels of " + format.bitsAllocated() + " bits; 8 and 16 are read");
        }
        FrameHeader header = new FrameHeader(file.header(), Objects.checkIndex(frame, count));
        DecodedFrame decoded = cells(frame);
        List<Note> notes = new ArrayList<>(decoded.notes());
        notes.addAll(header.notes());
        GreyFrame grey = new GreyValues(format, header).of(decoded.cells(), file.name());
        notes.addAll(grey.notes());
        return new GreyFrame(grey.values(), notes);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
