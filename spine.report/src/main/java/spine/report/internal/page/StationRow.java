package spine.report.internal.page;

import spine.api.image.Acquisition;
import spine.api.image.SliceStack;

/**
 * How the images of one station were acquired.
 *
 * @param station counted from 1
 * @param matrix columns and rows
 * @param spacing pixel width and height, distance of slices, mm
 * @param times TR, TE and TI, ms
 * @param field field strength, T
 */
public record StationRow(int station, String series, int images, String matrix, String spacing, String times, String field, String vendor) {

    public static StationRow of(int station, SliceStack stack) {
        Acquisition by = stack.acquisition();
        return new StationRow(station, stack.description().isEmpty() ? "–" : stack.description(), stack.slices().size(),
                stack.columns() + " × " + stack.rows(),
                PageNumbers.atMost(stack.plane().columnSpacing(), 2) + " × " + PageNumbers.atMost(stack.plane().rowSpacing(), 2) + ", "
                        + PageNumbers.atMost(stack.sliceSpacing(), 1),
                PageNumbers.atMost(by.repetitionTimeMs(), 0) + " / " + PageNumbers.atMost(by.echoTimeMs(), 0) + " / "
                        + PageNumbers.atMost(by.inversionTimeMs(), 0),
                PageNumbers.atMost(by.fieldStrengthTesla(), 1), by.manufacturer());
    }
}
