package spine.io.dicom.internal.scan;

import java.util.Comparator;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** In which order images were taken; the identity of the image decides where all numbers are equal or missing. */
public record Rank(int series, int acquisition, int echo, int instance, String instanceUid) implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER = Comparator.comparingInt(Rank::series).thenComparingInt(Rank::acquisition)
            .thenComparingInt(Rank::echo).thenComparingInt(Rank::instance).thenComparing(Rank::instanceUid);

    static Rank of(DicomObject header) {
        return new Rank(header.integer(Tag.SeriesNumber, 0), header.integer(Tag.AcquisitionNumber, 0),
                header.integer(Tag.EchoNumbers, 0), header.integer(Tag.InstanceNumber, 0), header.text(Tag.SOPInstanceUID));
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
