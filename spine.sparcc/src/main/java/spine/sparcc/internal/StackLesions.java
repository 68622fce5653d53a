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
import spine.common.raster.ConnectedComponents;

/** The connected lesions of one stack by slice and body, each found once; pixels that touch across corners are connected. */
final class StackLesions {
    private final SliceStack stack;
    private final List<Map<Byte, List<int[]>>> lesions = new ArrayList<>();

    StackLesions(SliceStack stack, StackAnatomy anatomy, LesionMap map) {
        this.stack = stack;
        for (int slice = 0; slice < stack.slices().size(); slice++) {
            byte[] lesion = map.lesion()[slice];
            byte[] structures = anatomy.structures()[slice];
            Map<Byte, List<int[]>> ofBody = new HashMap<>();
            for (byte code : bodiesWithLesion(lesion, structures)) {
                ofBody.put(code, ConnectedComponents.of(lesion.length / stack.columns(), stack.columns(),
                        pixel -> lesion[pixel] != 0 && structures[pixel] == code).components());
            }
            lesions.add(ofBody);
        }
    }

    Slice slice(int index) {
        return stack.slices().get(index);
    }

    int slices() {
        return lesions.size();
    }

    /** The (fractional) index of the slice at the point. */
    double indexOf(Vec3 point) {
        return stack.plane().distanceOf(point) / stack.sliceSpacing();
    }

    /** The pixels of every lesion in the body of that structure code on the slice, may be empty. */
    List<int[]> lesions(int slice, byte code) {
        return lesions.get(slice).getOrDefault(code, List.of());
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
