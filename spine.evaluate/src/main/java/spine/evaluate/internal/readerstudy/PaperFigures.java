package spine.evaluate.internal.readerstudy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import spine.agreement.decision.ConfusionMatrix;
import spine.evaluate.internal.measure.ClusteredProportions;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.reading.ImageOutcome;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.RaterPair;
import spine.evaluate.internal.reading.Visit;

/**
 * What the paper reports (RMD Open, January 2026: 330 patients with axSpA, whole-spine STIR at 3 T, three readers; as its abstract has it)
 * beside the same of this study. Where the abstract does not say how a figure is defined, each definition that the data allow
 * has a row.
 */
final class PaperFigures {
    private static final String ICC = "ICC of the score";
    private static final String PEARSON = "Pearson r of the score";
    private static final String SENSITIVITY = "sensitivity for inflammation";
    private static final String SPECIFICITY = "specificity for inflammation";
    private static final String SCORE = "The abstract says neither the form of the ICC nor whether 6 or 23 units count.";
    private static final String WHICH = "The abstract does not say of what; the number of images in an earlier paper of the group"
            + " suggests images.";

    private final RatedStudies studies;
    private final Map<String, RaterTable> tables;
    private final List<PaperRow> rows = new ArrayList<>();

    private PaperFigures(RatedStudies studies, List<RaterTable> tables) {
        this.studies = studies;
        this.tables = tables.stream().collect(Collectors.toMap(RaterTable::id, table -> table));
    }

    static List<PaperRow> of(RatedStudies studies, List<RaterTable> tables) {
        PaperFigures figures = new PaperFigures(studies, tables);
        figures.scores();
        figures.images();
        figures.status();
        return List.copyOf(figures.rows);
    }

    private void scores() {
        String against = new RaterPair(studies.pipeline(), studies.mean()).name();
        for (String total : List.of("total6", "total23")) {
            row("pipeline-" + total, against).ifPresent(row -> {
                rows.add(new PaperRow(ICC, "0.80", named(against + ", " + total, row.metric(PairFigures.ICC)), SCORE));
                rows.add(new PaperRow(PEARSON, "0.82", named(against + ", " + total, row.metric(PairFigures.PEARSON)), SCORE));
            });
        }
    }

    /** Readers have outlined nothing here; only the truth of a synthetic study has masks. */
    private void images() {
        Set<String> first = studies.first().stream().map(Visit::study).collect(Collectors.toSet());
        Map<String, List<ImageOutcome>> patients = new LinkedHashMap<>();
        studies.images().stream().filter(image -> first.contains(image.study()))
                .forEach(image -> patients.computeIfAbsent(image.study(), study -> new ArrayList<>()).add(image));
        if (patients.isEmpty()) {
            return;
        }
        List<ConfusionMatrix> decisions = patients.values().stream().map(images -> images.stream().map(image -> ConfusionMatrix.NONE
                .with(image.inflamed(), image.found())).reduce(ConfusionMatrix.NONE, ConfusionMatrix::plus)).toList();
        rows.add(new PaperRow(SENSITIVITY, "0.90", named("pipeline and truth, images", ClusteredProportions.sensitivity(decisions,
                "images inflamed")), WHICH));
        rows.add(new PaperRow(SPECIFICITY, "0.84", named("pipeline and truth, images", ClusteredProportions.specificity(decisions,
                "images not inflamed")), WHICH));
        rows.add(dice("Dice of vertebral bodies", "0.81", patients.values(), ImageOutcome::body));
        rows.add(dice("Dice of discs", "0.80", patients.values(), ImageOutcome::disc));
    }

    private void status() {
        String against = new RaterPair(studies.pipeline(), studies.consensus()).name();
        for (String what : List.of("units", "patients")) {
            row("status-" + what, against).ifPresent(row -> {
                rows.add(new PaperRow(SENSITIVITY, "0.90", named(against + ", " + what, row.metric(StatusTables.SENSITIVITY)), WHICH));
                rows.add(new PaperRow(SPECIFICITY, "0.84", named(against + ", " + what, row.metric(StatusTables.SPECIFICITY)), WHICH));
            });
        }
    }

    private static PaperRow dice(String figure, String paper, Collection<List<ImageOutcome>> patients,
            ToDoubleFunction<ImageOutcome> dice) {
        Predicate<ImageOutcome> counted = image -> image.inflamed() && !Double.isNaN(dice.applyAsDouble(image));
        long images = patients.stream().flatMap(List::stream).filter(counted).count();
        return new PaperRow(figure, paper, Metric.ratio("pipeline and truth, images with inflammation", ClusteredProportions.of(
                List.copyOf(patients), own -> own.stream().filter(counted).mapToDouble(dice).sum(),
                own -> own.stream().filter(counted).count()), "mean of " + images + " images"),
                "Images with inflammation, as in the paper; there against outlines by people.");
    }

    private Optional<MetricSection> row(String table, String name) {
        return Optional.ofNullable(tables.get(table)).map(found -> found.row(name));
    }

    private static Metric named(String name, Metric metric) {
        return new Metric(name, metric.estimate(), metric.decimals(), metric.basis());
    }
}
