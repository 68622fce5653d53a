package spine.pipeline.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
        byte[][] codes = anatomy.structures();
        IntStream.Builder suspect = IntStream.builder();
        for (int slice = 0; slice < codes.length; slice++) {
            byte[] map = oedema.map(lesionClass, slice);
            for (int i = 0; i < size; i++) {
                if ((map[i] & 0xff) >= lowest && StackAnatomy.isBody(codes[slice][i])) {
                    suspect.add(slice * size + i);
                }
            }
        }
        List<List<SliceRegion>> found = new ArrayList<>();
        for (int[] component : components(stack, suspect.build())) {
            byte first = codes[component[0] / size][component[0] % size];
            if (Arrays.stream(component).allMatch(voxel -> codes[voxel / size][voxel % size] == first)) {
                found.add(regions(component, size));
            } else {
                apart(stack, component, codes).forEach(part -> found.add(regions(part, size)));
            }
        }
        return found;
    }

    private static List<int[]> components(SliceStack stack, IntStream voxels) {
        return ConnectedComponents.of(voxels.sorted().toArray(), stack.rows(), stack.columns(), Connectivity.TWENTY_SIX);
    }

    /** The parts of a component that lie in one body each. */
    private static List<int[]> apart(SliceStack stack, int[] component, byte[][] codes) {
        int size = stack.rows() * stack.columns();
        List<int[]> parts = new ArrayList<>();
        Arrays.stream(component).map(voxel -> codes[voxel / size][voxel % size]).distinct().sorted().forEach(code -> parts.addAll(
                components(stack, Arrays.stream(component).filter(voxel -> codes[voxel / size][voxel % size] == code))));
        return parts;
    }

    private static List<SliceRegion> regions(int[] voxels, int size) {
        int[] sorted = voxels.clone();
        Arrays.sort(sorted);
        List<SliceRegion> regions = new ArrayList<>();
        for (int from = 0, to; from < sorted.length; from = to) {
            int slice = sorted[from] / size;
            to = from;
            while (to < sorted.length && sorted[to] / size == slice) {
                to++;
            }
            regions.add(new SliceRegion(slice, Arrays.stream(sorted, from, to).map(voxel -> voxel - slice * size).toArray()));
        }
        return regions;
    }
}
