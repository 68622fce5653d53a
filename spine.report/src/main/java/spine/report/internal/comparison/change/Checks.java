package spine.report.internal.comparison.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import spine.api.anatomy.NumericalVariant;

/**
 * Whether the results can be compared at all.
 *
 * @param patient why they seem to be of different patients, a sentence; empty if nothing says so
 * @param warnings sentences that make the comparison doubtful
 * @param notes other sentences, such as the warnings of the reports
 */
public record Checks(Optional<String> patient, List<String> warnings, List<String> notes) {

    public Checks {
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    static Checks of(List<TimePointResult> points, List<IndexSeries> indices) {
        List<String> warnings = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Optional<String> patient = patient(points);
        if (patient.isEmpty() && unchecked(points)) {
            warnings.add("Whether all studies are of one patient is not known: neither pseudonyms nor images say it.");
        }
        order(points, warnings);
        repeated(points, warnings);
        for (TimePointResult point : points) {
            if (!point.spine()) {
                warnings.add(point.name() + ": no spine was found, so it has no scores and takes no part in changes.");
            }
            if (point.archived().corrected()) {
                warnings.add(point.name() + ": a person corrected what the models gave, and the scores are those of the correction.");
            }
        }
        variants(points, warnings);
        List<TimePointResult> spines = points.stream().filter(TimePointResult::spine).toList();
        spines.stream().skip(1).map(point -> LevelCheck.of(spines.get(0), point)).flatMap(Optional::stream).forEach(warnings::add);
        models(points, warnings);
        indices.stream().map(Checks::view).flatMap(Optional::stream).distinct().forEach(warnings::add);
        points.forEach(point -> point.archived().anatomy().warnings().forEach(
                warning -> warnings.add(point.name() + ": " + warning)));
        leftOut(points, indices).ifPresent(notes::add);
        points.forEach(point -> point.archived().warnings().forEach(warning -> notes.add(point.name() + ": " + warning)));
        return new Checks(patient, warnings.stream().distinct().toList(), notes);
    }

    private static Optional<String> patient(List<TimePointResult> points) {
        PointIdentity first = points.get(0).identity();
        List<TimePointResult> others = points.stream().filter(point -> point.identity().difference(first).isPresent()).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String what = others.stream().map(point -> point.identity().difference(first).orElseThrow()).distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(others.stream().map(TimePointResult::name).collect(Collectors.joining(", "))
                + (others.size() == 1 ? " seems" : " seem") + " to be of another patient than " + points.get(0).name() + ": they differ in "
                + what + ". Do not use this comparison before that is settled.");
    }

    private static boolean unchecked(List<TimePointResult> points) {
        return points.stream().skip(1).anyMatch(point -> !point.identity().same(points.get(0).identity()));
    }

    private static void order(List<TimePointResult> points, List<String> warnings) {
        for (int i = 1; i < points.size(); i++) {
            TimePointResult before = points.get(i - 1);
            if (points.get(i).daysSince(before).orElse(0) < 0) {
                warnings.add("The order given contradicts the dates of the studies: " + points.get(i).name() + " was made before "
                        + before.name() + ", so that what is called better may be worse.");
            }
        }
    }

    private static void repeated(List<TimePointResult> points, List<String> warnings) {
        Set<String> seen = new HashSet<>();
        for (TimePointResult point : points) {
            if (!seen.add(point.archived().studyInstanceUid())) {
                warnings.add(point.name() + " is of a study that is here already: what differs is no change over time.");
            }
        }
    }

    private static void variants(List<TimePointResult> points, List<String> warnings) {
        List<TimePointResult> spines = points.stream().filter(TimePointResult::spine).toList();
        NumericalVariant first = spines.get(0).archived().anatomy().variant();
        if (spines.stream().anyMatch(point -> point.archived().anatomy().variant() != first)) {
            warnings.add("The vertebrae were counted differently (" + spines.stream()
                    .map(point -> point.name() + ": " + point.archived().anatomy().variant().units().size() + " units")
                    .collect(Collectors.joining(", ")) + "), so a level may not be the same unit at all time points.");
        }
    }

    private static void models(List<TimePointResult> points, List<String> warnings) {
        TimePointResult first = points.get(0);
        for (TimePointResult point : points) {
            if (!point.measuredBy().equals(first.measuredBy())) {
                warnings.add(point.name() + " was scored by other models than " + first.name() + " (" + point.models() + "; "
                        + first.models() + "): a difference may be one of models.");
            } else if (!point.archived().settings().sha256().equals(first.archived().settings().sha256())) {
                warnings.add(point.name() + " was scored with other settings than " + first.name()
                        + ": a difference may be one of settings.");
            }
        }
    }

    private static Optional<String> view(IndexSeries index) {
        List<String> missing = index.units().stream().filter(unit -> unit.highestAt() >= 0 && !index.common().contains(unit.level()))
                .map(unit -> unit.level().label()).toList();
        return missing.isEmpty() ? Optional.empty()
                : Optional.of("Not in view at every time point: " + String.join(", ", missing) + ". Changes of totals are over the "
                        + index.common().size() + " units that all show.");
    }

    private static Optional<String> leftOut(List<TimePointResult> points, List<IndexSeries> indices) {
        Set<String> compared = indices.stream().map(IndexSeries::indexId).collect(Collectors.toSet());
        List<String> others = points.stream().flatMap(point -> point.archived().scores().stream()).map(score -> score.indexId())
                .filter(index -> !compared.contains(index)).distinct().toList();
        return others.isEmpty() ? Optional.empty()
                : Optional.of("Not compared, because not all results have it: " + String.join(", ", others) + ".");
    }
}
