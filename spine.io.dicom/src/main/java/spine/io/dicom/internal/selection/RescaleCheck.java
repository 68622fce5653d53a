package spine.io.dicom.internal.selection;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import spine.api.image.Note;
import spine.common.text.Decimals;
import spine.io.dicom.internal.header.ImageHeader;

/**
 * Whether the images of a station are on one scale, and on one that keeps bright what is stored bright. The standard lets each have a
 * scale of its own, of either sign; most scanners give all the same.
 */
final class RescaleCheck {
    private static final int DECIMALS = 4;

    private RescaleCheck() {
    }

    /** @return warnings, at most two */
    static List<Note> warnings(Station station) {
        return Stream.of(different(station), negative(station)).flatMap(Optional::stream).toList();
    }

    private static Optional<Note> negative(Station station) {
        long turned = station.slices().stream().filter(image -> image.rescaling().slope() < 0).count();
        return turned == 0 ? Optional.empty() : Optional.of(Note.warning(turned + " of the " + station.slices().size() + " images of "
                + station.series().label() + " have a RescaleSlope below 0 (" + range(station, image -> image.rescaling().slope())
                + "), by which they were read: it makes dark what is stored bright. Where it is wrong, oedema is dark too and is not"
                + " found, and the scores are too low."));
    }

    private static Optional<Note> different(Station station) {
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
