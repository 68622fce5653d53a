package spine.common.display;

import java.util.List;
import java.util.stream.IntStream;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.Slice;
import spine.api.report.ScoringResult;

/** The windows in which the stacks of a result are shown. */
public final class DisplayWindows {

    private DisplayWindows() {
    }

    /** One for each stack; one after the other, because each takes the memory of its stack. */
    public static List<DisplayWindow> of(ScoringResult result) {
        return IntStream.range(0, result.study().stacks().size()).mapToObj(stack -> of(result, stack)).toList();
    }

    private static DisplayWindow of(ScoringResult result, int stack) {
        byte[][] structures = result.anatomy().stacks().get(stack).structures();
        byte[][] lesion = result.lesions().get(stack).lesion();
        return DisplayWindow.of(result.study().stacks().get(stack).slices().stream().map(Slice::pixels).toList(),
                (slice, pixel) -> StackAnatomy.isBody(structures[slice][pixel]) && lesion[slice][pixel] == 0);
    }
}
