package spine.phantom.internal.standard.lesion;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.spine.Vertebra;

/** Draws dense bone under endplates and erosions of them, which accompany inflammation or remain of it, and degeneration. */
final class EndplateDamage {
    private final Spine spine;
    private final SeededRandom random;
    private final List<Lesion> drawn = new ArrayList<>();

    EndplateDamage(Spine spine, SeededRandom random) {
        this.spine = spine;
        this.random = random;
    }

    /** What was drawn so far. */
    List<Lesion> drawn() {
        return drawn;
    }

    /**
     * Draws a dark layer under all of an endplate or most of it.
     *
     * @param depth its mean height, mm
     */
    void sclerosis(int vertebra, boolean upper, double depth) {
        Vertebra v = spine.vertebra(vertebra);
        double from = random.chance(0.3) ? random.uniform(-0.7, 0) * v.halfDepth() : -50;
        double to = from == -50 && random.chance(0.25) ? random.uniform(0.2, 0.8) * v.halfDepth() : 50;
        LesionShape layer = LesionShape.layer(upper, depth, from, to, 0, v.halfWidth() * random.uniform(0.6, 1.2));
        drawn.add(new Lesion(vertebra, Lesion.Kind.SCLEROSIS, LesionType.SCLEROSIS, layer, random.uniform(0.45, 1),
                random.uniform(0.3, 1.2), Math.min(random.uniform(0.2, 1.6), depth * 0.5)));
    }

    /** Draws one to four small defects of an endplate, filled with scar, granulation tissue or disc. */
    void erosions(int vertebra, boolean upper) {
        Vertebra v = spine.vertebra(vertebra);
        int count = random.between(1, 4);
        for (int i = 0; i < count; i++) {
            double r = random.uniform(1.5, 4.5);
            LesionShape defect = LesionShape.hemisphere(upper, random.uniform(-0.8, 0.9) * v.halfDepth(),
                    random.uniform(-0.7, 0.7) * v.halfWidth(), r * random.uniform(0.8, 2), r * random.uniform(1, 2), r);
            drawn.add(new Lesion(vertebra, Lesion.Kind.ENDPLATE_DEFECT, LesionType.EROSION, defect, random.uniform(0, 0.7),
                    random.uniform(0.3, 0.8), random.uniform(0.3, 1.2)));
        }
    }
}
