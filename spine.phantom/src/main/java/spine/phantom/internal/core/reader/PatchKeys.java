package spine.phantom.internal.core.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;

/**
 * By what a reader's lasting decision on a patch is drawn. A patch that lies where one lay at the time point before has the key of that
 * one, so that the decision on the same lesion comes back, whatever else is in the images. For one thread.
 */
public final class PatchKeys {
    private final int timePoint;
    private final List<Scan> scans;
    private final Optional<PatchKeys> before;
    private final List<Map<Integer, Patch>> byVoxel = new ArrayList<>();
    private final Map<Place, Key> found = new HashMap<>();

    private record Place(int stack, int patch) {
    }

    /** Where and when a patch was first seen. */
    record Key(int timePoint, int stack, int patch) {
        private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::timePoint).thenComparingInt(Key::stack)
                .thenComparingInt(Key::patch);

        /** The random numbers of a reader for the decision. */
        SeededRandom of(SeededRandom reader) {
            SeededRandom then = timePoint == 1 ? reader : reader.child("time point", timePoint);
            return then.child("stack", stack).child("patch", patch);
        }
    }

    /**
     * @param scans the rendered STIR stacks, head to foot
     * @param before those of the time point before; empty at the first
     */
    public PatchKeys(int timePoint, List<Scan> scans, Optional<PatchKeys> before) {
        this.timePoint = timePoint;
        this.scans = List.copyOf(scans);
        this.before = before;
    }

    /** The key of a patch of a stack of this study. */
    Key of(int stack, Patch patch) {
        return found.computeIfAbsent(new Place(stack, patch.number()), place -> before
                .flatMap(earlier -> earlier.at(scans.get(stack).grid(), patch)).orElse(new Key(timePoint, stack, patch.number())));
    }

    /** The key that most voxels of a patch of another study have here; empty if no patch of this kind lies there. */
    private Optional<Key> at(Grid grid, Patch patch) {
        Map<Key, Integer> votes = new TreeMap<>(Key.ORDER);
        for (int voxel : patch.voxels()) {
            int pixel = voxel % (grid.rows() * grid.columns());
            SlicePlane plane = grid.planes().get(voxel / (grid.rows() * grid.columns()));
            Vec3 place = plane.toPatient(pixel % grid.columns(), pixel / grid.columns()).minus(grid.moved());
            for (int stack = 0; stack < scans.size(); stack++) {
                Patch there = patch(stack, place);
                if (there != null && there.oedema() == patch.oedema()) {
                    votes.merge(of(stack, there), 1, Integer::sum);
                }
            }
        }
        return votes.entrySet().stream().reduce((one, other) -> other.getValue() > one.getValue() ? other : one).map(Map.Entry::getKey);
    }

    /** The patch of a stack at a place in the patient; null if there is none. */
    private Patch patch(int stack, Vec3 place) {
        Grid grid = scans.get(stack).grid();
        Vec3 point = place.plus(grid.moved());
        SlicePlane first = grid.planes().get(0);
        int slices = grid.planes().size();
        double pitch = slices == 1 ? grid.thickness() : first.distanceOf(grid.planes().get(1).origin());
        long slice = Math.round(first.distanceOf(point) / pitch);
        long row = Math.round(first.rowOf(point));
        long column = Math.round(first.columnOf(point));
        if (slice < 0 || slice >= slices || row < 0 || row >= grid.rows() || column < 0 || column >= grid.columns()) {
            return null;
        }
        return voxels(stack).get((int) ((slice * grid.rows() + row) * grid.columns() + column));
    }

    private Map<Integer, Patch> voxels(int stack) {
        while (byVoxel.size() <= stack) {
            Map<Integer, Patch> voxels = new HashMap<>();
            for (Patch patch : new Patches(scans.get(byVoxel.size())).all()) {
                for (int voxel : patch.voxels()) {
                    voxels.put(voxel, patch);
                }
            }
            byVoxel.add(voxels);
        }
        return byVoxel.get(stack);
    }
}
