package spine.report.internal.page;

import java.util.List;
import java.util.stream.IntStream;
import spine.api.image.Acquisition;
import spine.api.image.SliceStack;
import spine.api.image.Study;

/**
 * How the images of one station were acquired.
 *
 * @param station counted from 1
 * @param matrix columns and rows
 * @param spacing pixel width and height, distance of slices, mm
 * @param thickness of slices, mm
 * @param times TR, TE and TI, ms
 * @param field field strength, T
 */
public record StationRow(int station, String series, int images, String matrix, String spacing, String thickness, String times,
        String field, String vendor) {

    /** One for each station. */
    public static List<StationRow> of(Study study) {
        return IntStream.range(0, study.stacks().size()).mapToObj(i -> of(i + 1, study.stacks().get(i))).toList();
    }

    private static StationRow of(int station, SliceStack stack) {
        Acquisition by = stack.acquisition();
        return new StationRow(station, stack.description().isEmpty() ? "–" : stack.description(), stack.slices().size(),
                stack.columns() + " × " + stack.rows(),
                PageNumbers.atMost(stack.plane().columnSpacing(), 2) + " × " + PageNumbers.atMost(stack.plane().rowSpacing(), 2) + ", "
                        + PageNumbers.atMost(stack.sliceSpacing(), 1), PageNumbers.atMost(by.sliceThicknessMm(), 1),
                PageNumbers.atMost(by.repetitionTimeMs(), 0) + " / " + PageNumbers.atMost(by.echoTimeMs(), 0) + " / "
                        + PageNumbers.atMost(by.inversionTimeMs(), 0),
                PageNumbers.atMost(by.fieldStrengthTesla(), 1), by.manufacturer());
    }
}
