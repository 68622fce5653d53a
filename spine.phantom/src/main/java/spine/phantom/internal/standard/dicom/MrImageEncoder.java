package spine.phantom.internal.standard.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.common.stats.Quantiles;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.phantom.internal.core.dicom.ImageEncoder;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.SeriesInfo;
import spine.phantom.internal.standard.study.PhantomStudy;

/** Encodes slices as MR Image Storage data sets (DICOM PS3.3 A.4). */
public final class MrImageEncoder implements ImageEncoder {
    /** Gyromagnetic ratio of the proton over 2 pi, MHz per tesla. */
    private static final double GYROMAGNETIC = 42.577;

    private final PhantomStudy study;
    private final CommonAttributes common;

    public MrImageEncoder(PhantomStudy study) {
        this.study = study;
        this.common = new CommonAttributes(study);
    }

    @Override
    public DicomObject image(Scan scan, int index) {
        Slice slice = scan.stack().slices().get(index);
        SeriesInfo series = scan.series();
        DicomObject image = new DicomObject();
        common.describe(image);
        image.text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "OTHER");
        image.text(Tag.SOPClassUID, "UI", slice.sopClassUid());
        image.text(Tag.SOPInstanceUID, "UI", slice.sopInstanceUid());
        image.text(Tag.Modality, "CS", "MR");
        image.text(Tag.BodyPartExamined, "CS", "SPINE");
        image.text(Tag.SeriesDescription, "LO", series.description());
        image.text(Tag.ProtocolName, "LO", series.description());
        image.text(Tag.SeriesInstanceUID, "UI", scan.stack().seriesInstanceUid());
        image.integers(Tag.SeriesNumber, series.index() + 1);
        image.integers(Tag.AcquisitionNumber, 1);
        image.integers(Tag.InstanceNumber, series.firstImage() + index + 1);
        image.text(Tag.PatientPosition, "CS", "HFS");
        image.text(Tag.FrameOfReferenceUID, "UI", scan.stack().frameOfReferenceUid());
        image.text(Tag.PositionReferenceIndicator, "LO");
        sequence(image, series, scan.stack().acquisition().sliceThicknessMm());
        plane(image, slice.plane(), scan.stack().plane());
        pixels(image, slice);
        return image;
    }

    private void sequence(DicomObject image, SeriesInfo series, double thickness) {
        boolean inverted = series.sequence().inversion() > 0;
        image.text(Tag.ScanningSequence, "CS", inverted ? new String[] {"SE", "IR"} : new String[] {"SE"});
        image.text(Tag.SequenceVariant, "CS", "SK");
        image.text(Tag.ScanOptions, "CS");
        image.text(Tag.MRAcquisitionType, "CS", "2D");
        image.decimals(Tag.SliceThickness, thickness);
        image.decimals(Tag.SpacingBetweenSlices, series.pitch());
        image.decimals(Tag.RepetitionTime, series.sequence().repetition());
        image.decimals(Tag.EchoTime, series.sequence().echo());
        if (inverted) {
            image.decimals(Tag.InversionTime, series.sequence().inversion());
        }
        image.decimals(Tag.NumberOfAverages, 1);
        image.decimals(Tag.ImagingFrequency, Math.rint(study.protocol().field() * GYROMAGNETIC * 1000) / 1000);
        image.integers(Tag.EchoNumbers, 1);
        image.decimals(Tag.MagneticFieldStrength, study.protocol().field());
        image.integers(Tag.EchoTrainLength, series.echoTrain());
        image.decimals(Tag.FlipAngle, 150);
    }

    private static void plane(DicomObject image, SlicePlane plane, SlicePlane first) {
        Vec3 at = plane.origin();
        Vec3 row = plane.alongRow();
        Vec3 column = plane.alongColumn();
        image.decimals(Tag.ImagePositionPatient, at.x(), at.y(), at.z());
        image.decimals(Tag.ImageOrientationPatient, row.x(), row.y(), row.z(), column.x(), column.y(), column.z());
        image.decimals(Tag.PixelSpacing, plane.rowSpacing(), plane.columnSpacing());
        image.decimals(Tag.SliceLocation, Math.rint(first.distanceOf(at) * 1000) / 1000);
    }

    private static void pixels(DicomObject image, Slice slice) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * slice.pixels().length).order(ByteOrder.LITTLE_ENDIAN);
        float[] sorted = slice.pixels().clone();
        Arrays.sort(sorted);
        for (float pixel : slice.pixels()) {
            bytes.putShort((short) (int) pixel);
        }
        double white = Math.max(1, Quantiles.lower(sorted, 0.995));
        image.unsignedShorts(Tag.SamplesPerPixel, 1);
        image.text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2");
        image.unsignedShorts(Tag.Rows, slice.rows());
        image.unsignedShorts(Tag.Columns, slice.columns());
        image.unsignedShorts(Tag.BitsAllocated, 16);
        image.unsignedShorts(Tag.BitsStored, 16);
        image.unsignedShorts(Tag.HighBit, 15);
        image.unsignedShorts(Tag.PixelRepresentation, 0);
        image.decimals(Tag.WindowCenter, Math.rint(white / 2));
        image.decimals(Tag.WindowWidth, Math.rint(white));
        image.put(DicomElement.of(Tag.PixelData, "OW", bytes.array()));
    }
}
