package spine.report.internal.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import spine.api.report.ScoringResult;
import spine.common.display.DisplayWindow;
import spine.common.display.DisplayWindows;
import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;

/** The images that the drawings of one page show, each once in the page, however many drawings show a part of it. Safe for many threads. */
public final class SliceImages {
    private final ScoringResult result;
    private final List<DisplayWindow> windows;
    /** Numbers of the images, counted through the stacks. */
    private final SortedSet<Integer> shown = new ConcurrentSkipListSet<>();

    public SliceImages(ScoringResult result) {
        this.result = result;
        this.windows = DisplayWindows.of(result);
    }

    /** Where a drawing finds the image. */
    String reference(Frame frame) {
        int first = 0;
        for (int stack = 0; stack < frame.stack(); stack++) {
            first += result.study().stacks().get(stack).slices().size();
        }
        shown.add(first + frame.index());
        return "#" + id(frame.stack(), frame.index());
    }

    private static String id(int stack, int slice) {
        return "slice-" + (stack + 1) + "-" + (slice + 1);
    }

    /** The images and the filters for other windows, as an element that shows nothing itself: what has been asked for until now. */
    public String markup() {
        SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 3, "0"));
        svg.open("svg").with("class", "images").with("aria-hidden", "true").with("focusable", "false").open("defs");
        for (int stack = 0; stack < windows.size(); stack++) {
            WindowFilters.write(svg, stack + 1, windows.get(stack));
        }
        List<Frame> frames = shown();
        List<String> pictures = frames.parallelStream()
                .map(frame -> SlicePng.dataUri(frame.slice(), frame.crop(), windows.get(frame.stack()))).toList();
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            svg.newLine().open("image").with("id", id(frame.stack(), frame.index())).with("x", frame.left()).with("y", frame.top())
                    .with("width", frame.width()).with("height", frame.height()).with("preserveAspectRatio", "none")
                    .with("href", pictures.get(i)).close();
        }
        return svg.close().close().toString();
    }

    private List<Frame> shown() {
        List<Frame> frames = new ArrayList<>();
        int number = 0;
        for (int stack = 0; stack < windows.size(); stack++) {
            for (int slice = 0; slice < result.study().stacks().get(stack).slices().size(); slice++) {
                if (shown.contains(number++)) {
                    frames.add(OverviewFigure.around(result, stack, slice));
                }
            }
        }
        return frames;
    }
}
