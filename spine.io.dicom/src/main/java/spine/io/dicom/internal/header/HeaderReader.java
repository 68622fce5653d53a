package spine.io.dicom.internal.header;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomLimits;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.pixel.DicomImages;

/** Reads a file up to its pixels: one header for each image in it. */
public final class HeaderReader {
    static final Set<String> ENHANCED = Set.of(SopClass.ENHANCED_MR_IMAGE_STORAGE, SopClass.LEGACY_CONVERTED_ENHANCED_MR_IMAGE_STORAGE);
    /** Of a frame: its place alone takes more, unless it is deflated, and then its pixels come on top. */
    private static final int LEAST_BYTES = 64;

    private final DicomCodec codec;
    private final DicomImages images;

    public HeaderReader(DicomCodec codec, DicomImages images) {
        this.codec = codec;
        this.images = images;
    }

    /**
     * @return one header, or one for each frame of an enhanced MR image
     * @throws UnusableInputException if the file is not DICOM or is damaged before its pixels
     */
    public List<ImageHeader> read(Path file) throws UnusableInputException {
        DicomObject header;
        try {
            header = codec.read(file, false);
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be read", e);
        }
        ImageHeaderBuilder builder = new ImageHeaderBuilder(header, images);
        List<DicomObject> frames = FrameAttributes.frames(header);
        if (!ENHANCED.contains(header.text(Tag.SOPClassUID)) || frames.isEmpty()) {
            return List.of(builder.image(FrameAttributes.of(header), new ImageSource(file, 0)));
        }
        int announced = header.integer(Tag.NumberOfFrames, 1);
        if (announced != frames.size()) {
            throw new UnusableInputException(file + " announces " + announced + " frames and describes " + frames.size());
        }
        demandBytes(file, announced);
        List<ImageHeader> found = new ArrayList<>();
        for (int i = 0; i < announced; i++) {
            found.add(builder.image(FrameAttributes.of(header, i + 1), new ImageSource(file, i + 1)));
        }
        return found;
    }

    /** What is kept of a frame takes more memory than that, and a few bytes must not stand for all of it. */
    private static void demandBytes(Path file, int frames) throws UnusableInputException {
        if (frames > DicomLimits.STANDARD.frames()) {
            throw new UnusableInputException(file + " has " + frames + " frames; at most " + DicomLimits.STANDARD.frames() + " are read");
        }
        try {
            if (Files.size(file) < (long) frames * LEAST_BYTES) {
                throw new UnusableInputException(file + " is damaged: its bytes are too few for the " + frames
                        + " frames that it describes");
            }
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be read", e);
        }
    }
}
