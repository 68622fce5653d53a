package spine.pipeline.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import spine.api.anatomy.StackAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.model.ModelRole;
import spine.common.raster.ConnectedComponents;
import spine.common.raster.Connectivity;

/**
 * Finds where a lesion may be: pixels of a named vertebral body with at least the candidate probability that touch each other, across
 * corners and from slice to slice too. What two bodies share is two findings, one of each.
 */
final class CandidateSearch {
    /** Probabilities are multiples of 1/255, so the candidate point is one of them; this undoes its rounding to a float. */
    private static final double ROUNDING = 1e-3;

    private final int lowest;

    /** @param point probability from which a pixel may belong to a finding */
    CandidateSearch(double point) {
        this.lowest = (int) Math.ceil(point * 255 - ROUNDING);
    }

    /** Slices ascending, each with the pixels of one component; the components in the order of their first voxels. */
    List<List<SliceRegion>> in(SliceStack stack, StackAnatomy anatomy, ClassProbabilities oedema) {
        int lesionClass = oedema.indexOf(ModelRole.LESION);
        int size = stack.rows() * stack.columns();
        int slices = stack.slices().size();
        byte[][] codes = anatomy.structures();
        ConnectedComponents joined = ConnectedComponents.of(slices, stack.rows(), stack.columns(), Connectivity.TWENTY_SIX,
                voxel -> StackAnatomy.isBody(codes[voxel / size][voxel % size])
                        && (oedema.map(lesionClass, voxel / size)[voxel % size] & 0xff) >= lowest);
        List<List<SliceRegion>> found = new ArrayList<>();
        for (int[] component : joined.components()) {
            byte first = codes[component[0] / size][component[0] % size];
            if (Arrays.stream(component).allMatch(voxel -> codes[voxel / size][voxel % size] == first)) {
                found.add(regions(component, size));
            } else {
                apart(stack, joined.labels(), joined.labels()[component[0]], component, codes)
                        .forEach(part -> found.add(regions(part, size)));
            }
        }
        return found;
    }

    /** The parts of a component that lie in one body each. */
    private static List<int[]> apart(SliceStack stack, int[] labels, int label, int[] component, byte[][] codes) {
        int size = stack.rows() * stack.columns();
        List<int[]> parts = new ArrayList<>();
        Arrays.stream(component).map(voxel -> codes[voxel / size][voxel % size]).distinct().sorted().forEach(code -> parts.addAll(
                ConnectedComponents.of(stack.slices().size(), stack.rows(), stack.columns(), Connectivity.TWENTY_SIX,
                        voxel -> labels[voxel] == label && codes[voxel / size][voxel % size] == code).components()));
        return parts;
    }

    private static List<SliceRegion> regions(int[] voxels, int size) {
        int[] sorted = voxels.clone();
        Arrays.sort(sorted);
        Map<Integer, List<Integer>> bySlice = new TreeMap<>();
        for (int voxel : sorted) {
            bySlice.computeIfAbsent(voxel / size, slice -> new ArrayList<>()).add(voxel % size);
        }
        return bySlice.entrySet().stream()
                .map(entry -> new SliceRegion(entry.getKey(), entry.getValue().stream().mapToInt(Integer::intValue).toArray())).toList();
    }
}
