package spine.anatomy.internal.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.anatomy.internal.classmap.FieldOfView;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Study;
import spine.api.image.Vec3;

/** Decides which discovertebral units are in the field of view, and on which stack each lies further from the edge. */
public final class UnitSelector {
    /** Distance of the corners of a body from its middle that count, in depths. Origin: first version. */
    private static final double CORNER = 0.45;

    private final Study study;
    private final List<StackAnatomy> stacks;
    private final NumericalVariant variant;

    public UnitSelector(Study study, List<StackAnatomy> stacks, NumericalVariant variant) {
        this.study = study;
        this.variant = variant;
        this.stacks = stacks;
    }

    public List<DiscovertebralUnit> select() {
        List<DiscovertebralUnit> units = new ArrayList<>();
        for (DiscLevel level : variant.rows()) {
            DiscovertebralUnit unit = DiscovertebralUnit.absent(level);
            double widest = 0;
            for (int s = 0; s < stacks.size(); s++) {
                double margin = margin(s, level);
                if (margin > widest) {
                    widest = margin;
                    unit = new DiscovertebralUnit(level, true, s, confidence(stacks.get(s), level));
                }
            }
            units.add(unit);
        }
        return units;
    }

    private static double confidence(StackAnatomy stack, DiscLevel level) {
        return Math.min(stack.body(level.upper()).orElseThrow().confidence(), stack.body(level.lower()).orElseThrow().confidence());
    }

    /** Distance of the unit from the nearest image edge, mm; negative if it is cut or not seen. */
    private double margin(int s, DiscLevel level) {
        Optional<VertebralBody> upper = stacks.get(s).body(level.upper());
        Optional<VertebralBody> lower = stacks.get(s).body(level.lower());
        Optional<Disc> disc = stacks.get(s).disc(level);
        if (upper.isEmpty() || lower.isEmpty() || disc.isEmpty()) {
            return -1;
        }
        FieldOfView view = new FieldOfView(study.stacks().get(s));
        if (!view.betweenSlices(upper.get().centre()) || !view.betweenSlices(lower.get().centre())) {
            return -1;
        }
        return Math.min(half(view, upper.get(), upper.get().lower().centre()), half(view, lower.get(), lower.get().upper().centre()));
    }

    private static double half(FieldOfView view, VertebralBody body, Vec3 endplate) {
        Vec3 forward = body.anterior().times(CORNER * body.depthMm());
        double margin = Double.MAX_VALUE;
        for (Vec3 middle : List.of(body.centre(), endplate)) {
            margin = Math.min(margin, Math.min(view.margin(middle.plus(forward)), view.margin(middle.minus(forward))));
        }
        return margin;
    }
}
