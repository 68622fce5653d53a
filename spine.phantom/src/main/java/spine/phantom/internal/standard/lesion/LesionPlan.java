package spine.phantom.internal.standard.lesion;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.spine.Spine;

/** Draws the marrow changes of a patient. */
public final class LesionPlan {
    private LesionPlan() {
    }

    public static Lesions draw(Spine spine, SeededRandom random) {
        List<Lesion> all = new ArrayList<>(InflammatoryLesions.draw(spine, random.child("inflammation")));
        all.addAll(LesionMimics.draw(spine, random.child("imitators")));
        return new Lesions(all, new ValueNoise(random.child("border")));
    }
}
