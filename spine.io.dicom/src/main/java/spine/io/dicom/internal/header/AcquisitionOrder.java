package spine.io.dicom.internal.header;

import java.util.Comparator;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** In which order images were taken; the identity of the image decides where all numbers are equal or missing. */
public record AcquisitionOrder(int series, int acquisition, int echo, int instance, String instanceUid) implements Comparable<AcquisitionOrder> {
    private static final Comparator<AcquisitionOrder> COMPARATOR = Comparator.comparingInt(AcquisitionOrder::series)
            .thenComparingInt(AcquisitionOrder::acquisition).thenComparingInt(AcquisitionOrder::echo)
            .thenComparingInt(AcquisitionOrder::instance).thenComparing(AcquisitionOrder::instanceUid);

    static AcquisitionOrder of(DicomObject header) {
        return new AcquisitionOrder(header.integer(Tag.SeriesNumber, 0), header.integer(Tag.AcquisitionNumber, 0),
                header.integer(Tag.EchoNumbers, 0), header.integer(Tag.InstanceNumber, 0), header.text(Tag.SOPInstanceUID));
    }

    @Override
    public int compareTo(AcquisitionOrder other) {
        return COMPARATOR.compare(this, other);
    }
}
