package spine.sparcc.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.score.LesionMap;
import spine.common.raster.ConnectedComponents;
import spine.common.raster.Connectivity;

/** The connected lesions of one stack by slice and body, each found once; pixels that touch across corners are connected. */
final class StackLesions {
    private final SliceStack stack;
    private final List<Map<Byte, List<int[]>>> lesions = new ArrayList<>();

    StackLesions(SliceStack stack, StackAnatomy anatomy, LesionMap map) {
        this.stack = stack;
        for (int slice = 0; slice < stack.slices().size(); slice++) {
            Map<Byte, List<int[]>> ofBody = new HashMap<>();
            pixels(map.lesion()[slice], anatomy.structures()[slice]).forEach((code, pixels) -> ofBody.put(code,
                    ConnectedComponents.of(pixels.build().toArray(), stack.rows(), stack.columns(), Connectivity.EIGHT)));
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

    /** Of the lesions in each body. */
    private static Map<Byte, IntStream.Builder> pixels(byte[] lesion, byte[] structures) {
        Map<Byte, IntStream.Builder> ofBody = new HashMap<>();
        for (int i = 0; i < lesion.length; i++) {
            if (lesion[i] != 0 && StackAnatomy.isBody(structures[i])) {
                ofBody.computeIfAbsent(structures[i], code -> IntStream.builder()).add(i);
            }
        }
        return ofBody;
    }
}
