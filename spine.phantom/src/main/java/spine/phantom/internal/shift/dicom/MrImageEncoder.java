package spine.phantom.internal.shift.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.phantom.internal.core.dicom.ImageEncoder;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.SeriesInfo;
import spine.phantom.internal.shift.scan.VendorProfile;
import spine.phantom.internal.shift.study.PhantomStudy;

/** Encodes slices as MR Image Storage data sets (DICOM PS3.3 A.4), with the conventions of the vendor of the study. */
public final class MrImageEncoder implements ImageEncoder {
    /** Gyromagnetic ratio of the proton over 2 pi. */
    private static final double MHZ_PER_TESLA = 42.577;

    private final PhantomStudy study;
    private final VendorProfile vendor;
    private final CommonAttributes common;

    public MrImageEncoder(PhantomStudy study) {
        this.study = study;
        this.vendor = study.vendor();
        this.common = new CommonAttributes(study);
    }

    @Override
    public DicomObject image(Scan scan, int index) {
        Slice slice = scan.stack().slices().get(index);
        SeriesInfo series = scan.series();
        DicomObject image = new DicomObject();
        image.text(Tag.SpecificCharacterSet, "CS", "ISO_IR 100");
        image.text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "M", "NORM");
        image.text(Tag.SOPClassUID, "UI", slice.sopClassUid());
        image.text(Tag.SOPInstanceUID, "UI", slice.sopInstanceUid());
        image.text(Tag.Modality, "CS", "MR");
        common.describe(image);
        image.text(Tag.SeriesInstanceUID, "UI", scan.stack().seriesInstanceUid());
        image.text(Tag.FrameOfReferenceUID, "UI", scan.stack().frameOfReferenceUid());
        image.text(Tag.SeriesDescription, "LO", series.description());
        image.text(Tag.ProtocolName, "LO", series.description());
        image.integers(Tag.SeriesNumber, 100 * (series.index() + 2) + 1);
        int slices = scan.stack().slices().size();
        image.integers(Tag.InstanceNumber, series.firstImage() + (vendor.reversed() ? slices - index : index + 1));
        image.text(Tag.PatientPosition, "CS", "HFS");
        timing(image, series, scan.stack().acquisition().sliceThicknessMm());
        place(image, slice.plane());
        pixels(image, slice);
        return image;
    }

    private void timing(DicomObject image, SeriesInfo series, double thickness) {
        boolean inverted = series.sequence().inversion() > 0;
        image.text(Tag.ScanningSequence, "CS", inverted ? new String[] {"IR", "SE"} : new String[] {"SE"});
        image.text(Tag.SequenceVariant, "CS", "SK", "SP");
        image.text(Tag.MRAcquisitionType, "CS", "2D");
        image.decimals(Tag.SliceThickness, thickness);
        image.decimals(Tag.SpacingBetweenSlices, series.pitch());
        image.decimals(Tag.RepetitionTime, series.sequence().repetition());
        image.decimals(Tag.EchoTime, series.sequence().echo());
        if (inverted && vendor.namesInversion()) {
            image.decimals(Tag.InversionTime, series.sequence().inversion());
        }
        image.decimals(Tag.ImagingFrequency, Math.rint(study.protocol().field() * MHZ_PER_TESLA * 1e4) / 1e4);
        image.decimals(Tag.MagneticFieldStrength, study.protocol().field());
        image.integers(Tag.EchoTrainLength, series.echoTrain());
        image.decimals(Tag.FlipAngle, 140);
    }

    private static void place(DicomObject image, SlicePlane plane) {
        Vec3 at = plane.origin();
        Vec3 row = plane.alongRow();
        Vec3 column = plane.alongColumn();
        image.decimals(Tag.ImagePositionPatient, at.x(), at.y(), at.z());
        image.decimals(Tag.ImageOrientationPatient, row.x(), row.y(), row.z(), column.x(), column.y(), column.z());
        image.decimals(Tag.PixelSpacing, plane.rowSpacing(), plane.columnSpacing());
    }

    private void pixels(DicomObject image, Slice slice) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * slice.pixels().length).order(ByteOrder.LITTLE_ENDIAN);
        for (float pixel : slice.pixels()) {
            bytes.putShort((short) vendor.stored(pixel));
        }
        image.unsignedShorts(Tag.SamplesPerPixel, 1);
        image.text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2");
        image.unsignedShorts(Tag.Rows, slice.rows());
        image.unsignedShorts(Tag.Columns, slice.columns());
        image.unsignedShorts(Tag.BitsAllocated, 16);
        image.unsignedShorts(Tag.BitsStored, vendor.bits());
        image.unsignedShorts(Tag.HighBit, vendor.bits() - 1);
        image.unsignedShorts(Tag.PixelRepresentation, 0);
        if (vendor.slope() != 1 || vendor.intercept() != 0) {
            image.decimals(Tag.RescaleIntercept, vendor.intercept());
            image.decimals(Tag.RescaleSlope, vendor.slope());
        }
        image.decimals(Tag.WindowCenter, Math.rint(vendor.slope() * vendor.brightness() * 0.4));
        image.decimals(Tag.WindowWidth, Math.rint(vendor.slope() * vendor.brightness() * 0.9));
        image.put(DicomElement.of(Tag.PixelData, "OW", bytes.array()));
    }
}
