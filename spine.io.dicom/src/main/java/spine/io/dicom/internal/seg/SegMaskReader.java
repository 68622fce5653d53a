package spine.io.dicom.internal.seg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.UnusableInputException;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.report.MaskFrame;
import spine.api.report.MaskReader;
import spine.dicom.DicomCodec;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.ResultTag;

/**
 * Reads DICOM segmentations, those of this bundle and those of other tools: binary ones, and fractional ones, of which a pixel belongs to
 * the segment from half of the highest value on.
 */
@Component
public final class SegMaskReader implements MaskReader {
    private static final int MOST_FRACTIONAL = 255;

    private final DicomCodec codec;

    @Activate
    public SegMaskReader(@Reference DicomCodec codec) {
        this.codec = codec;
    }

    @Override
    public List<MaskFrame> read(Path file) throws UnusableInputException, IOException {
        return frames(file, segment -> segment.text(ResultTag.SegmentLabel));
    }

    @Override
    public List<MaskFrame> read(Path file, List<SliceStack> images) throws UnusableInputException, IOException {
        return new UprightMasks(images, codec).of(read(file));
    }

    /**
     * The same frames with the names of classes for labels; an empty label for what no model knows. None of the segmentation beside a
     * structured report: it repeats discs of the anatomy.
     */
    public List<MaskFrame> readClasses(Path file, List<SliceStack> images) throws UnusableInputException, IOException {
        return UnitSegmentation.is(codec.read(file, false)) ? List.of()
                : new UprightMasks(images, codec).of(frames(file, segment -> SegmentMeaning.of(segment).orElse("")));
    }

    /** The classes of the file's segments; none of a file whose frames are all empty. */
    public Set<String> classes(Path file) throws UnusableInputException, IOException {
        DicomObject object = codec.read(file, true);
        return UnitSegmentation.is(object) || empty(object) ? Set.of() : object.items(ResultTag.SegmentSequence).stream()
                .flatMap(segment -> SegmentMeaning.of(segment).stream()).collect(Collectors.toSet());
    }

    private static boolean empty(DicomObject object) {
        byte[] pixels = object.element(Tag.PixelData).map(DicomElement::bytes).orElse(null);
        return pixels != null && Arrays.equals(pixels, new byte[pixels.length]);
    }

    private List<MaskFrame> frames(Path file, Function<DicomObject, String> name) throws UnusableInputException, IOException {
        DicomObject object = codec.read(file, true);
        boolean binary = object.text(ResultTag.SegmentationType).equals("BINARY");
        byte[] packed = packedPixels(object, binary, file);
        int half = (object.integer(ResultTag.MaximumFractionalValue, MOST_FRACTIONAL) + 1) / 2;
        Map<Integer, String> labels = labels(object, name);
        int rows = object.integer(Tag.Rows, 0);
        int columns = object.integer(Tag.Columns, 0);
        DicomObject shared = object.items(ResultTag.SharedFunctionalGroupsSequence).stream().findFirst().orElse(new DicomObject());
        List<DicomObject> groups = object.items(ResultTag.PerFrameFunctionalGroupsSequence);
        List<MaskFrame> frames = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Integer segment = segmentNumber(groups.get(i), shared);
            String label = labels.get(segment);
            if (label == null) {
                throw new UnusableInputException(file + " is damaged: frame " + (i + 1) + " names no segment of the file");
            }
            String source = sourceImage(groups.get(i), shared);
            if (source.isEmpty()) {
                throw new UnusableInputException(file + " does not say which image frame " + (i + 1) + " belongs to");
            }
            byte[] mask = binary ? unpack(packed, (long) i * rows * columns, rows * columns)
                    : fromHalf(half, packed, i * rows * columns, rows * columns);
            frames.add(new MaskFrame(label, source, rows, columns, mask, plane(groups.get(i), shared)));
        }
        return frames;
    }

    private static byte[] packedPixels(DicomObject object, boolean binary, Path file) throws UnusableInputException {
        int bits = object.integer(Tag.BitsAllocated, 0);
        boolean fractional = object.text(ResultTag.SegmentationType).equals("FRACTIONAL") && bits == Byte.SIZE;
        if (!object.text(Tag.SOPClassUID).equals(SopClass.SEGMENTATION_STORAGE) || !fractional && !(binary && bits == 1)) {
            throw new UnusableInputException(file + " is neither a binary nor a fractional DICOM segmentation");
        }
        byte[] packed = object.element(Tag.PixelData).map(DicomElement::bytes).orElse(null);
        long pixels = (long) object.integer(Tag.Rows, 0) * object.integer(Tag.Columns, 0);
        long frames = object.items(ResultTag.PerFrameFunctionalGroupsSequence).size();
        if (packed == null || pixels > Integer.MAX_VALUE || packed.length * (long) Byte.SIZE / bits < frames * pixels) {
            throw new UnusableInputException(file + " has too few pixels for " + frames + " frames, or they are compressed");
        }
        return packed;
    }

    private static Map<Integer, String> labels(DicomObject object, Function<DicomObject, String> name) {
        Map<Integer, String> labels = new HashMap<>();
        for (DicomObject segment : object.items(ResultTag.SegmentSequence)) {
            labels.put(segment.integer(ResultTag.SegmentNumber, 0), name.apply(segment));
        }
        return labels;
    }

    private static Integer segmentNumber(DicomObject frame, DicomObject shared) {
        return either(frame, shared, ResultTag.SegmentIdentificationSequence).integer(ResultTag.ReferencedSegmentNumber, 0);
    }

    private static String sourceImage(DicomObject frame, DicomObject shared) {
        return either(frame, shared, ResultTag.DerivationImageSequence).items(ResultTag.SourceImageSequence).stream()
                .map(ImageReferences::identity).findFirst().orElse("");
    }

    /** Empty where the file does not say it. */
    private static Optional<SlicePlane> plane(DicomObject frame, DicomObject shared) {
        double[] origin = either(frame, shared, ResultTag.PlanePositionSequence).numbers(Tag.ImagePositionPatient);
        double[] along = either(frame, shared, ResultTag.PlaneOrientationSequence).numbers(Tag.ImageOrientationPatient);
        double[] spacing = either(frame, shared, ResultTag.PixelMeasuresSequence).numbers(Tag.PixelSpacing);
        if (origin.length != 3 || along.length != 6 || spacing.length != 2 || !(spacing[0] > 0 && spacing[1] > 0)) {
            return Optional.empty();
        }
        return Optional.of(new SlicePlane(new Vec3(origin[0], origin[1], origin[2]), new Vec3(along[0], along[1], along[2]),
                new Vec3(along[3], along[4], along[5]), spacing[1], spacing[0]));
    }

    /** The first item of the group, wherever the file has it. */
    private static DicomObject either(DicomObject frame, DicomObject shared, int sequence) {
        List<DicomObject> items = frame.items(sequence).isEmpty() ? shared.items(sequence) : frame.items(sequence);
        return items.isEmpty() ? new DicomObject() : items.get(0);
    }

    private static byte[] fromHalf(int half, byte[] values, int first, int count) {
        byte[] mask = new byte[count];
        for (int i = 0; i < count; i++) {
            mask[i] = (byte) ((values[first + i] & 0xff) >= half ? 1 : 0);
        }
        return mask;
    }

    private static byte[] unpack(byte[] packed, long firstBit, int count) {
        byte[] mask = new byte[count];
        int i = 0;
        while (i < count) {
            long bit = firstBit + i;
            byte eight = packed[(int) (bit >>> 3)];
            if (eight == 0 && (bit & 7) == 0) {
                i += 8;
            } else {
                mask[i++] = (byte) (eight >>> (bit & 7) & 1);
            }
        }
        return mask;
    }
}
