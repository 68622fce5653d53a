package spine.io.dicom.internal.selection;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import spine.api.image.Note;
import spine.common.text.Decimals;
import spine.io.dicom.internal.header.ImageHeader;

/** Whether the images of a station are on one scale. The standard lets each have a scale of its own; most scanners give all the same. */
final class RescaleCheck {
    private static final int DECIMALS = 4;

    private RescaleCheck() {
    }

    static Optional<Note> warning(Station station) {
        if (station.slices().stream().map(ImageHeader::rescaling).distinct().count() == 1) {
            return Optional.empty();
        }
        return Optional.of(Note.warning("The images of " + station.series().label() + " are stored on different scales (RescaleSlope "
                + range(station, image -> image.rescaling().slope()) + ", RescaleIntercept "
                + range(station, image -> image.rescaling().intercept()) + "). Each was read by its own; where these are wrong, so are the"
                + " scores."));
    }

    private static String range(Station station, ToDoubleFunction<ImageHeader> number) {
        double least = values(station, number).min().orElseThrow();
        double most = values(station, number).max().orElseThrow();
        return least == most ? text(least) : text(least) + " to " + text(most);
    }

    private static DoubleStream values(Station station, ToDoubleFunction<ImageHeader> number) {
        return station.slices().stream().mapToDouble(number);
    }

    /** Numbers that are no scale of an image are shown as they are. */
    private static String text(double number) {
        boolean usual = number == 0 || Math.abs(number) >= 1e-3 && Math.abs(number) < 1e9;
        return usual ? Decimals.atMost(number, DECIMALS, "") : Double.toString(number);
    }
}
