package spine.report.internal.comparison.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.SpineAnatomy;
import spine.api.report.ScoringResult;
import spine.api.score.UnitScore;
import spine.common.display.DisplayWindow;
import spine.common.display.DisplayWindows;
import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;
import spine.report.internal.drawing.UnitShape;
import spine.report.internal.drawing.WindowFilters;

/**
 * The same units at several times, in frames of their own: at one scale, standing alike, each time in a window chosen for its own marrow.
 * Filled with one study after the other, which it does not keep. For one thread.
 */
public final class AlignedPictures {
    private final List<SpineAnatomy> anatomies;
    private final List<Map<DiscLevel, UnitImages>> images = new ArrayList<>();
    private final List<DisplayWindow> windows = new ArrayList<>();

    /** @param anatomies of all time points, in their order */
    public AlignedPictures(List<SpineAnatomy> anatomies) {
        this.anatomies = List.copyOf(anatomies);
        anatomies.forEach(anatomy -> images.add(new HashMap<>()));
    }

    /**
     * Takes the pictures of a time point.
     *
     * @param at of the time point, counted from 0
     * @param units of the index whose slices are shown
     */
    public void add(int at, ScoringResult result, List<UnitScore> units) {
        List<DisplayWindow> own = DisplayWindows.of(result);
        int firstWindow = windows.size() + 1;
        windows.addAll(own);
        List<UnitScore> shown = units.stream().filter(unit -> unit.unit().present()).toList();
        List<Optional<UnitImages>> drawn = shown.parallelStream().map(unit -> draw(result, unit, own, firstWindow)).toList();
        for (int i = 0; i < shown.size(); i++) {
            DiscLevel level = shown.get(i).unit().level();
            drawn.get(i).filter(of -> !of.slices().isEmpty()).ifPresent(of -> images.get(at).put(level, of));
        }
    }

    private Optional<UnitImages> draw(ScoringResult result, UnitScore unit, List<DisplayWindow> own, int firstWindow) {
        List<UnitShape> shapes = IntStream.range(0, anatomies.size()).mapToObj(at -> shape(anatomies.get(at), unit.unit().level()))
                .flatMap(Optional::stream).toList();
        if (shapes.isEmpty()) {
            return Optional.empty();
        }
        return UnitImages.of(result, unit, UnitFrame.tilt(shapes.get(0)),
                shapes.stream().mapToDouble(UnitShape::halfExtent).max().orElseThrow(), own, firstWindow);
    }

    private static Optional<UnitShape> shape(SpineAnatomy anatomy, DiscLevel level) {
        int stack = anatomy.unit(level).stack();
        return stack < 0 ? Optional.empty() : UnitShape.of(level, anatomy.stacks().get(stack));
    }

    /** Whether a time point has images of the unit. */
    public boolean show(DiscLevel level) {
        return images.stream().anyMatch(of -> of.containsKey(level));
    }

    /** The pictures of a unit, a row for each place from right to left; none without images of it. */
    public List<PictureRow> rows(DiscLevel level) {
        List<Optional<UnitImages>> unit = images.stream().map(of -> Optional.ofNullable(of.get(level))).toList();
        if (!show(level)) {
            return List.of();
        }
        double side = 2 * anatomies.stream().map(anatomy -> shape(anatomy, level)).flatMap(Optional::stream)
                .mapToDouble(UnitShape::halfExtent).max().orElseThrow();
        return SlicePlan.places(unit).stream().map(place -> PictureRow.of(level, place, unit, side)).toList();
    }

    /** Definitions for other windows, as an element that shows nothing itself. */
    public String filters() {
        SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 3, "0"));
        svg.open("svg").with("class", "images").with("aria-hidden", "true").with("focusable", "false").open("defs");
        for (int i = 0; i < windows.size(); i++) {
            WindowFilters.write(svg, i + 1, windows.get(i));
        }
        return svg.close().close().toString();
    }
}
