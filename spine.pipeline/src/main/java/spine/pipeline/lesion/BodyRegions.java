package spine.pipeline.lesion;

import java.util.ArrayList;
import java.util.List;

import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.StackRegion;
import spine.api.image.Study;

/** Where lesions are looked for: in the vertebral bodies. Nothing else of an oedema model's answer is used. */
public final class BodyRegions {

    private BodyRegions() {
    }

    /** @return around the named bodies, in the order of the study's stacks */
    public static List<StackRegion> of(Study study, SpineAnatomy anatomy) {
        List<StackRegion> regions = new ArrayList<>();
        for (int stack = 0; stack < study.stacks().size(); stack++) {
            byte[][] structures = anatomy.stacks().get(stack).structures();
            regions.add(StackRegion.around(study.stacks().get(stack), slice -> pixel -> StackAnatomy.isBody(structures[slice][pixel])));
        }
        return regions;
    }
}
