package spine.evaluate.internal.insertion;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.image.ImageReference;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.dicom.DicomCodec;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Writes the images of a study anew, with lesions in them, one folder per stack. */
final class InsertedImages {
    private static final int BITS = 16;
    private static final double SAME_DIRECTION = 0.9;

    private final DicomCodec codec;
    private final DerivedUids uids;
    private final InsertedHeader header;
    private final double ratio;

    InsertedImages(DicomCodec codec, DerivedUids uids, double ratio) {
        this.codec = codec;
        this.uids = uids;
        this.header = new InsertedHeader(uids, ratio);
        this.ratio = ratio;
    }

    /** @return the study as it was written: other UIDs, other files */
    Study write(Study study, List<PlannedLesion> lesions, Path folder) throws UnusableInputException, IOException {
        List<SliceStack> stacks = new ArrayList<>();
        for (int s = 0; s < study.stacks().size(); s++) {
            int index = s;
            SliceStack stack = study.stacks().get(s);
            List<PlannedLesion> here = lesions.stream().filter(lesion -> lesion.body().stack() == index).toList();
            Path series = Files.createDirectories(folder.resolve(String.format(Locale.ROOT, "series-%02d", s + 1)));
            List<Slice> slices = new ArrayList<>();
            for (int i = 0; i < stack.slices().size(); i++) {
                Slice slice = stack.slices().get(i);
                float[] pixels = slice.pixels().clone();
                for (PlannedLesion lesion : here) {
                    lesion.shape().brighten(pixels, i, ratio);
                }
                Path file = series.resolve(String.format(Locale.ROOT, "image-%03d.dcm", i + 1));
                DicomObject image = header.of(base(slice));
                image.text(Tag.StudyInstanceUID, "UI", uids.of(study.studyInstanceUid()))
                        .text(Tag.SeriesInstanceUID, "UI", uids.of(stack.seriesInstanceUid()))
                        .text(Tag.SOPInstanceUID, "UI", uids.of(slice.sopInstanceUid()));
                write(image, pixels, file);
                slices.add(new Slice(uids.of(slice.sopInstanceUid()), slice.sopClassUid(), slice.plane(), slice.rows(), slice.columns(),
                        pixels, Optional.of(file.toUri())));
            }
            String frame = stack.frameOfReferenceUid().isEmpty() ? "" : uids.of(stack.frameOfReferenceUid());
            stacks.add(new SliceStack(uids.of(stack.seriesInstanceUid()), frame, stack.description(), stack.acquisition(), slices));
        }
        return new Study(uids.of(study.studyInstanceUid()), stacks, List.of());
    }

    private DicomObject base(Slice slice) throws UnusableInputException, IOException {
        Path source = Path.of(slice.source()
                .orElseThrow(() -> new UnusableInputException("Image " + slice.sopInstanceUid() + " was not read from a file.")));
        if (ImageReference.of(slice.sopInstanceUid()).isFrame()) {
            throw new UnusableInputException(source + " holds several images; lesions are put into files of one image only.");
        }
        DicomObject image = codec.read(source, false);
        if (isTurned(image.numbers(Tag.ImageOrientationPatient), slice.plane())) {
            throw new UnusableInputException(source + " is stored turned or mirrored; lesions are put into images only whose rows run to"
                    + " the feet and whose columns run to the back.");
        }
        return image;
    }

    /** Whether the pixels of the slice are in another order than those of its file. */
    private static boolean isTurned(double[] stored, SlicePlane plane) {
        return stored.length == 6 && (new Vec3(stored[0], stored[1], stored[2]).dot(plane.alongRow()) < SAME_DIRECTION
                || new Vec3(stored[3], stored[4], stored[5]).dot(plane.alongColumn()) < SAME_DIRECTION);
    }

    private void write(DicomObject image, float[] pixels, Path file) throws IOException {
        encode(image, pixels);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            codec.write(image, out);
        }
    }

    /** With 16 bits in use, so that what was near the end of the range can become brighter; values keep their scale. */
    private static void encode(DicomObject image, float[] pixels) {
        double slope = scale(image, Tag.RescaleSlope, 1);
        double intercept = scale(image, Tag.RescaleIntercept, 0);
        boolean signed = image.integer(Tag.PixelRepresentation, 0) == 1;
        long lowest = signed ? Short.MIN_VALUE : 0;
        long highest = signed ? Short.MAX_VALUE : (1 << BITS) - 1;
        ByteBuffer bytes = ByteBuffer.allocate(2 * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float pixel : pixels) {
            bytes.putShort((short) Math.max(lowest, Math.min(highest, Math.round((pixel - intercept) / slope))));
        }
        image.unsignedShorts(Tag.BitsAllocated, BITS).unsignedShorts(Tag.BitsStored, BITS).unsignedShorts(Tag.HighBit, BITS - 1)
                .text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2").put(DicomElement.of(Tag.PixelData, "OW", bytes.array()));
    }

    private static double scale(DicomObject image, int tag, double otherwise) {
        double value = image.number(tag);
        return Double.isFinite(value) && (tag != Tag.RescaleSlope || value != 0) ? value : otherwise;
    }
}
