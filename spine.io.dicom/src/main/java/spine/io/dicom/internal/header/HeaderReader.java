package spine.io.dicom.internal.header;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Reads a file up to its pixels. */
public final class HeaderReader {
    private static final int SEQUENCE_NAME = 0x00180024;
    private static final double LEAST_UNIT = 0.9;
    private static final double LARGEST_SKEW = 0.01;

    private final DicomCodec codec;

    public HeaderReader(DicomCodec codec) {
        this.codec = codec;
    }

    /** @throws UnusableInputException if the file is not DICOM or is damaged before its pixels */
    public ImageHeader read(Path file) throws UnusableInputException {
        DicomObject header;
        try {
            header = codec.read(file, false);
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be read", e);
        }
        return new ImageHeader(file, header.text(Tag.StudyInstanceUID), header.text(Tag.SeriesInstanceUID),
                header.text(Tag.SOPInstanceUID), header.text(Tag.SOPClassUID), header.text(Tag.Modality),
                header.text(Tag.TransferSyntaxUID), header.integer(Tag.NumberOfFrames, 1), header.integer(Tag.Rows, 0),
                header.integer(Tag.Columns, 0), plane(header), header.text(Tag.FrameOfReferenceUID),
                upperCase(header.texts(Tag.ImageType)), List.of(header.text(Tag.SeriesDescription),
                        header.text(Tag.ProtocolName), header.text(SEQUENCE_NAME)), MrParameters.of(header), AcquisitionOrder.of(header));
    }

    private static List<String> upperCase(List<String> words) {
        return words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
    }

    private static Optional<SlicePlane> plane(DicomObject header) {
        double[] position = header.numbers(Tag.ImagePositionPatient);
        double[] direction = header.numbers(Tag.ImageOrientationPatient);
        double[] spacing = header.numbers(Tag.PixelSpacing);
        if (!isFinite(position, 3) || !isFinite(direction, 6) || !isFinite(spacing, 2) || !(spacing[0] > 0 && spacing[1] > 0)) {
            return Optional.empty();
        }
        Vec3 alongRow = new Vec3(direction[0], direction[1], direction[2]);
        Vec3 alongColumn = new Vec3(direction[3], direction[4], direction[5]);
        if (alongRow.length() < LEAST_UNIT || alongColumn.length() < LEAST_UNIT
                || Math.abs(alongRow.unit().dot(alongColumn.unit())) > LARGEST_SKEW) {
            return Optional.empty();
        }
        return Optional.of(new SlicePlane(new Vec3(position[0], position[1], position[2]), alongRow.unit(), alongColumn.unit(),
                spacing[1], spacing[0]));
    }

    private static boolean isFinite(double[] values, int count) {
        boolean finite = values.length == count;
        for (double value : values) {
            finite &= Double.isFinite(value);
        }
        return finite;
    }
}
