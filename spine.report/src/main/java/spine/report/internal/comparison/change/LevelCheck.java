package spine.report.internal.comparison.change;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.Vec3;

/**
 * Whether two spines have the same names for the same vertebrae: the distances of neighbouring discs are those of one person at any time
 * and in any position. If they agree far better with the names moved by one level, one of the two was probably counted wrongly.
 */
final class LevelCheck {
    /** Fewer distances tell nothing. */
    private static final int LEAST = 8;
    /**
     * Of seven synthetic patients at two times the median difference of distances was 0.05 to 0.8 mm with the same names and 0.8 to 2 mm
     * with those of the next level, never less than 0.9 times the former.
     */
    private static final double BETTER = 0.5;

    private LevelCheck() {
    }

    /** A warning; empty if the names agree, or nothing tells. */
    static Optional<String> of(TimePointResult first, TimePointResult second) {
        NavigableMap<Integer, Double> one = distances(first.archived().anatomy());
        NavigableMap<Integer, Double> other = distances(second.archived().anatomy());
        OptionalDouble same = difference(one, other, 0);
        boolean moved = same.isPresent() && DoubleStream.of(-1, 1).mapToObj(by -> difference(one, other, (int) by))
                .anyMatch(by -> by.isPresent() && by.getAsDouble() < BETTER * same.getAsDouble());
        return moved ? Optional.of("The levels of " + second.name() + " seem to be named one level off from those of " + first.name()
                + ": the distances of the discs agree better that way. Units may be compared with their neighbours.") : Optional.empty();
    }

    /** From each disc to the next below, mm, by the place of the upper one among the usual levels. */
    private static NavigableMap<Integer, Double> distances(SpineAnatomy anatomy) {
        NavigableMap<Integer, Double> distances = new TreeMap<>();
        for (int i = 0; i < DiscLevel.ALL.size() - 1; i++) {
            Optional<Vec3> upper = centre(anatomy, DiscLevel.ALL.get(i));
            Optional<Vec3> lower = centre(anatomy, DiscLevel.ALL.get(i + 1));
            if (upper.isPresent() && lower.isPresent()) {
                distances.put(i, upper.get().distance(lower.get()));
            }
        }
        return distances;
    }

    private static Optional<Vec3> centre(SpineAnatomy anatomy, DiscLevel level) {
        int stack = anatomy.unit(level).stack();
        return stack < 0 ? Optional.empty() : anatomy.stacks().get(stack).disc(level).map(Disc::centre);
    }

    /** Median of the differences, mm. */
    private static OptionalDouble difference(NavigableMap<Integer, Double> one, NavigableMap<Integer, Double> other, int by) {
        double[] differences = one.entrySet().stream().filter(distance -> other.containsKey(distance.getKey() + by))
                .mapToDouble(distance -> Math.abs(distance.getValue() - other.get(distance.getKey() + by))).toArray();
        Arrays.sort(differences);
        return differences.length < LEAST ? OptionalDouble.empty() : OptionalDouble.of(differences[differences.length / 2]);
    }
}
