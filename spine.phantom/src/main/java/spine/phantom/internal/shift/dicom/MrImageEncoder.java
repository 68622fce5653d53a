package spine.phantom.internal.shift.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.phantom.internal.core.dicom.ImageEncoder;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.SeriesInfo;
import spine.phantom.internal.shift.scan.VendorProfile;
import spine.phantom.internal.shift.spine.Demographics;
import spine.phantom.internal.shift.study.PhantomStudy;

/** Turns slices into MR Image Storage data sets (DICOM PS3.3 A.4) with the habits of the study's vendor. */
public final class MrImageEncoder implements ImageEncoder {
    private static final double MHZ_PER_TESLA = 42.577;

    private final PhantomStudy study;
    private final VendorProfile vendor;
    private final String date;
    private final String time;

    public MrImageEncoder(PhantomStudy study) {
        this.study = study;
        this.vendor = study.vendor();
        SeededRandom random = new SeededRandom(study.seed()).child("shift date");
        date = String.format(Locale.ROOT, "%04d%02d%02d", random.between(2017, 2024), random.between(1, 12), random.between(1, 28));
        time = String.format(Locale.ROOT, "%02d%02d%02d.%03d", random.between(7, 20), random.between(0, 59), random.between(0, 59),
                random.between(0, 999));
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
        who(image);
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

    private void who(DicomObject image) {
        Demographics demographics = study.spine().demographics();
        String number = Long.toUnsignedString(study.seed());
        image.text(Tag.PatientName, "PN", "PHANTOM^SHIFT^" + number);
        image.text(Tag.PatientID, "LO", "SHIFT-" + number);
        image.text(Tag.PatientBirthDate, "DA", Integer.parseInt(date.substring(0, 4)) - demographics.age() + "0101");
        image.text(Tag.PatientSex, "CS", demographics.male() ? "M" : "F");
        image.text(Tag.PatientAge, "AS", String.format(Locale.ROOT, "%03dY", demographics.age()));
        image.text(Tag.StudyInstanceUID, "UI", study.uids().study());
        image.text(Tag.StudyDate, "DA", date);
        image.text(Tag.StudyTime, "TM", time);
        image.text(Tag.StudyID, "SH", number);
        image.text(Tag.AccessionNumber, "SH");
        image.text(Tag.ReferringPhysicianName, "PN");
        image.text(Tag.StudyDescription, "LO", "Spine^WholeSpine");
        image.text(Tag.Manufacturer, "LO", vendor.manufacturer());
        image.text(Tag.ManufacturerModelName, "LO", vendor.model());
        image.text(Tag.SeriesDate, "DA", date);
        image.text(Tag.SeriesTime, "TM", time);
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
