package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import spine.evaluate.internal.study.ScannerIdentity;
import spine.evaluate.internal.study.StackGeometry;
import spine.evaluate.internal.study.StudyPair;

/** Splits studies by properties of truth, images and scanner, and by groups of their own; a split into a single group is left out. */
final class Subgroups {
    /** Ends the rank by which bands are sorted. */
    private static final char RANKED = '\0';

    private Subgroups() {
    }

    /** @param total the main total, by which the load is told */
    static List<Subgroup> of(List<StudyPair> pairs, String total) {
        List<Subgroup> groups = new ArrayList<>();
        split(groups, pairs, "vendor", pair -> pair.scanner().vendor());
        split(groups, pairs, "field strength", pair -> field(pair.scanner()));
        split(groups, pairs, "stations", pair -> Integer.toString(pair.truth().stacks().size()));
        split(groups, pairs, "images", banded(pair -> pair.images().size(), "", 20, 30, 40));
        split(groups, pairs, "units in view", pair -> pair.truth().units().size() < 23 ? "fewer than 23" : "all 23");
        split(groups, pairs, "pixel spacing", banded(pair -> mean(pair, StackGeometry::pixelMm), " mm", 0.7, 0.8, 0.9));
        split(groups, pairs, "slice distance", banded(pair -> mean(pair, StackGeometry::sliceMm), " mm", 3.5, 4));
        split(groups, pairs, "lesions", pair -> pair.truth().total(total) > 0 ? "with" : "without");
        split(groups, pairs, "true " + total, banded(pair -> pair.truth().total(total), "", 2, 6, 12));
        pairs.stream().flatMap(pair -> pair.groups().keySet().stream()).distinct().sorted()
                .forEach(by -> gather(groups, pairs, by, pair -> pair.groups().getOrDefault(by, Set.of("none"))));
        return groups;
    }

    private static void split(List<Subgroup> groups, List<StudyPair> pairs, String by, Function<StudyPair, String> name) {
        gather(groups, pairs, by, pair -> Set.of(name.apply(pair)));
    }

    /** @param names the groups a study is in, of which there may be several or none */
    private static void gather(List<Subgroup> groups, List<StudyPair> pairs, String by, Function<StudyPair, Set<String>> names) {
        Map<String, List<StudyPair>> parts = new TreeMap<>();
        pairs.forEach(pair -> names.apply(pair).forEach(name -> parts.computeIfAbsent(name, any -> new ArrayList<>()).add(pair)));
        if (parts.size() > 1) {
            // The name is empty if the images do not have the property.
            parts.forEach((name, part) ->
                    groups.add(new Subgroup(by, name.isEmpty() ? "unknown" : name.substring(name.indexOf(RANKED) + 1), part)));
        }
    }

    private static String field(ScannerIdentity scanner) {
        return Double.isFinite(scanner.fieldTesla()) ? number(Math.rint(scanner.fieldTesla() * 10) / 10) + " T" : "";
    }

    private static Function<StudyPair, String> banded(ToDoubleFunction<StudyPair> of, String unit, double... edges) {
        return pair -> {
            double value = of.applyAsDouble(pair);
            if (Double.isNaN(value)) {
                return "";
            }
            int band = 0;
            while (band < edges.length && value >= edges[band]) {
                band++;
            }
            String name = band == 0 ? "below " + number(edges[0]) + unit
                    : band == edges.length ? number(edges[band - 1]) + unit + " or more"
                    : "from " + number(edges[band - 1]) + " to below " + number(edges[band]) + unit;
            return "" + band + RANKED + name;
        };
    }

    private static double mean(StudyPair pair, ToDoubleFunction<StackGeometry> of) {
        return pair.truth().stacks().stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
