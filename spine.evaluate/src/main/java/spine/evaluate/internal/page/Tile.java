package spine.evaluate.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.metric.Evaluation;

/** One of the metrics that are asked for first. */
record Tile(String name, String value, String interval) {

    static List<Tile> all(Evaluation evaluation) {
        List<Tile> tiles = new ArrayList<>();
        if (!evaluation.cohort().pairs().isEmpty()) {
            tiles.addAll(complete(evaluation));
        }
        evaluation.partial().forEach(section -> partial(section).ifPresent(tiles::add));
        return tiles;
    }

    private static List<Tile> complete(Evaluation evaluation) {
        List<Tile> tiles = new ArrayList<>();
        if (!evaluation.total().isEmpty()) {
            tiles.add(of("ICC(2,1) of " + evaluation.total(), evaluation, "Score " + evaluation.total(), "ICC(2,1) agreement"));
        }
        tiles.add(of("Image sensitivity", evaluation, "Images", "sensitivity"));
        tiles.add(of("Image specificity", evaluation, "Images", "specificity"));
        tiles.add(of("Image AUC", evaluation, "Images", "AUC"));
        tiles.add(of("Dice body, inflamed images", evaluation, "Dice", "vertebral body, images with inflammation"));
        tiles.add(of("Dice disc, inflamed images", evaluation, "Dice", "disc, images with inflammation"));
        tiles.add(of("Dice oedema, overlapping", evaluation, "Dice", "oedema, images where both overlap"));
        tiles.add(of("All levels named correctly", evaluation, "Level names", "studies with all levels named rightly"));
        return tiles;
    }

    private static Tile of(String name, Evaluation evaluation, String section, String metric) {
        return of(name, evaluation.section(section).metric(metric));
    }

    /** The first share of a section. */
    private static Optional<Tile> partial(MetricSection section) {
        return section.metrics().stream().filter(metric -> metric.decimals() > 0).findFirst()
                .map(metric -> of(section.title() + ": " + metric.name(), metric));
    }

    private static Tile of(String name, Metric found) {
        return new Tile(name, MetricNumbers.fixed(found.estimate().value(), 2), MetricNumbers.interval(found.estimate(), 2));
    }
}
