package spine.io.dicom.internal.header;

import java.util.Comparator;
import spine.dicom.Tag;

/**
 * In which order images were taken. Numbers come first, then the time: two runs over the same slices may count their images alike. The
 * frames of an object follow each other; the identity of the object decides where all else is equal or missing.
 *
 * @param acquired as {@link ImageHeader#acquired()}
 * @param instance number of the object
 * @param frame number in the object, 0 if it has only one
 */
public record AcquisitionOrder(int series, int acquisition, int temporalPosition, int echo, String acquired, int instance,
        String instanceUid, int frame) implements Comparable<AcquisitionOrder> {
    private static final int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
    private static final int FRAME_ACQUISITION_NUMBER = 0x00209156;
    private static final int TEMPORAL_POSITION_INDEX = 0x00209128;

    private static final Comparator<AcquisitionOrder> COMPARATOR = Comparator.comparingInt(AcquisitionOrder::series)
            .thenComparingInt(AcquisitionOrder::acquisition).thenComparingInt(AcquisitionOrder::temporalPosition)
            .thenComparingInt(AcquisitionOrder::echo).thenComparing(AcquisitionOrder::acquired)
            .thenComparingInt(AcquisitionOrder::instance).thenComparing(AcquisitionOrder::instanceUid)
            .thenComparingInt(AcquisitionOrder::frame);

    /** @param frame 0 for an image of one frame */
    static AcquisitionOrder of(FrameAttributes image, int frame) {
        return new AcquisitionOrder(image.integer(Tag.SeriesNumber, 0),
                image.integer(FRAME_ACQUISITION_NUMBER, image.integer(Tag.AcquisitionNumber, 0)),
                image.integer(TEMPORAL_POSITION_INDEX, image.integer(TEMPORAL_POSITION_IDENTIFIER, 0)),
                image.integer(Tag.EchoNumbers, 0), AcquisitionTime.of(image), image.integer(Tag.InstanceNumber, 0),
                image.text(Tag.SOPInstanceUID), frame);
    }

    /** Whether both were taken in one run over the slices. */
    public boolean isSameRun(AcquisitionOrder other) {
        return acquisition == other.acquisition && temporalPosition == other.temporalPosition && echo == other.echo;
    }

    @Override
    public int compareTo(AcquisitionOrder other) {
        return COMPARATOR.compare(this, other);
    }
}
