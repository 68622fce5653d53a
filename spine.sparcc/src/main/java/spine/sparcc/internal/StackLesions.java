package spine.sparcc.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.score.LesionMap;

/** The lesion patches of one stack by slice and body, each found once. */
final class StackLesions {
    private final SliceStack stack;
    private final List<Map<Byte, List<Patch>>> patches = new ArrayList<>();

    StackLesions(SliceStack stack, StackAnatomy anatomy, LesionMap lesions) {
        this.stack = stack;
        for (int slice = 0; slice < stack.slices().size(); slice++) {
            byte[] lesion = lesions.lesion()[slice];
            byte[] structures = anatomy.structures()[slice];
            Map<Byte, List<Patch>> ofBody = new HashMap<>();
            for (byte code : bodiesWithLesion(lesion, structures)) {
                ofBody.put(code, Patch.find(lesion, structures, code, stack.columns()));
            }
            patches.add(ofBody);
        }
    }

    Slice slice(int index) {
        return stack.slices().get(index);
    }

    int slices() {
        return patches.size();
    }

    /** The (fractional) index of the slice at the point. */
    double indexOf(Vec3 point) {
        return stack.plane().distanceOf(point) / stack.sliceSpacing();
    }

    /** The patches of the body of that structure code on the slice; none is an empty list. */
    List<Patch> patches(int slice, byte code) {
        return patches.get(slice).getOrDefault(code, List.of());
    }

    private static Set<Byte> bodiesWithLesion(byte[] lesion, byte[] structures) {
        Set<Byte> codes = new HashSet<>();
        for (int i = 0; i < lesion.length; i++) {
            if (lesion[i] != 0 && StackAnatomy.isBody(structures[i])) {
                codes.add(structures[i]);
            }
        }
        return codes;
    }
}
