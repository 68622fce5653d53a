package spine.evaluate.internal.insertion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/**
 * Draws places for lesions: a corner, an endplate, a corner and so on, each in another body. A body is taken if one stack alone shows it,
 * on three slices and whole, without a lesion yet; of its places those whose unit lies in the image.
 */
final class PlaceDraw {
    /** From an endplate to the middle of the next body: a disc and half a body, of the height of this one. */
    private static final double NEXT_BODY = 0.8;

    private final BaseStudy base;
    private final Random random;

    PlaceDraw(BaseStudy base, long seed) {
        this.base = base;
        this.random = new Random(seed);
    }

    /** @return at most so many, in the order of the draw */
    List<PlannedLesion> draw(int count) {
        List<BodyOutline> bodies = new ArrayList<>(base.bodies().stream().filter(this::usable).toList());
        Collections.shuffle(bodies, random);
        List<PlannedLesion> lesions = new ArrayList<>();
        for (BodyOutline body : bodies) {
            if (lesions.size() < count) {
                List<LesionPlace> places = new ArrayList<>(lesions.size() % 2 == 0 ? LesionPlace.corners() : LesionPlace.endplates());
                Collections.shuffle(places, random);
                BodyAxes axes = axes(body);
                places.stream().filter(place -> inView(body, axes, place))
                        .flatMap(place -> unit(body, place).map(unit -> lesion(body, axes, place, unit)).stream()).findFirst()
                        .ifPresent(lesions::add);
            }
        }
        return lesions;
    }

    private boolean usable(BodyOutline body) {
        boolean alone = base.bodies().stream().filter(other -> other.level() == body.level()).count() == 1;
        return alone && body.onThreeSlices() && !atEdge(body) && !base.affected(body);
    }

    private boolean atEdge(BodyOutline body) {
        SliceStack stack = base.stack(body);
        BitSet pixels = body.slices()[body.largest()];
        for (int pixel = pixels.nextSetBit(0); pixel >= 0; pixel = pixels.nextSetBit(pixel + 1)) {
            int row = pixel / stack.columns();
            int column = pixel % stack.columns();
            if (row == 0 || column == 0 || row == stack.rows() - 1 || column == stack.columns() - 1) {
                return true;
            }
        }
        return false;
    }

    private BodyAxes axes(BodyOutline body) {
        SliceStack stack = base.stack(body);
        Vec3 above = centre(base.neighbour(body, -1).orElse(body));
        Vec3 below = centre(base.neighbour(body, 1).orElse(body));
        Vec3 cranial = above.equals(below) ? new Vec3(0, 0, 1) : above.minus(below);
        return BodyAxes.of(body.slices()[body.largest()], stack.columns(), stack.slices().get(body.largest()).plane(), cranial);
    }

    private Vec3 centre(BodyOutline body) {
        SliceStack stack = base.stack(body);
        SlicePlane plane = stack.slices().get(body.largest()).plane();
        BitSet pixels = body.slices()[body.largest()];
        double column = pixels.stream().mapToDouble(pixel -> pixel % stack.columns()).average().orElseThrow();
        double row = pixels.stream().mapToDouble(pixel -> pixel / stack.columns()).average().orElseThrow();
        return plane.toPatient(column, row);
    }

    private boolean inView(BodyOutline body, BodyAxes axes, LesionPlace place) {
        double v = (place.upper() ? 1 : -1) * axes.halfHeight() * (1 + 2 * NEXT_BODY);
        double row = axes.row(0, v);
        double column = axes.column(0, v);
        return row >= 0 && row <= base.stack(body).rows() - 1 && column >= 0 && column <= base.stack(body).columns() - 1;
    }

    /** With the next body that is outlined, or else the one that usually follows; none beyond C2 and S1. */
    private Optional<DiscLevel> unit(BodyOutline body, LesionPlace place) {
        Vertebra level = body.level();
        Optional<Vertebra> next = base.neighbour(body, place.upper() ? -1 : 1).map(BodyOutline::level);
        if (next.isPresent()) {
            DiscLevel between = place.upper() ? new DiscLevel(next.get(), level) : new DiscLevel(level, next.get());
            if (between.usual() || DiscLevel.VARIANTS.contains(between)) {
                return Optional.of(between);
            }
        }
        return DiscLevel.ALL.stream().filter(unit -> level == (place.upper() ? unit.lower() : unit.upper())).findFirst();
    }

    private PlannedLesion lesion(BodyOutline body, BodyAxes axes, LesionPlace place, DiscLevel unit) {
        SliceStack stack = base.stack(body);
        SlicePlane plane = stack.plane();
        BitSet pixels = place.of(body.slices()[body.largest()], stack.columns(), axes, Math.max(plane.rowSpacing(), plane.columnSpacing()));
        return new PlannedLesion(body, place, unit, LesionShape.of(pixels, body, stack.rows(), stack.columns()));
    }
}
