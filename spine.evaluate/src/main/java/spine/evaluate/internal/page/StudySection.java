package spine.evaluate.internal.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import spine.agreement.decision.ConfusionMatrix;
import spine.agreement.mask.MaskOverlap;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.study.MaskKind;
import spine.evaluate.internal.study.StudyPair;

/** One line per study, with a link to its own report. */
record StudySection(List<String> columns, List<Row> rows) {
    private static final List<String> COLUMNS = List.of("Truth", "Predicted", "Difference", "Levels right", "Images found", "False images",
            "Units found", "False units", "Dice body", "Dice disc", "Dice oedema");

    /** @param report relative address of the study's report, empty if it cannot be reached from the page */
    record Row(String study, Optional<String> report, List<String> cells) {
    }

    /** @param folder where the page will lie */
    static StudySection of(Evaluation evaluation, Path folder) {
        Path here = folder.toAbsolutePath().normalize();
        return new StudySection(COLUMNS, evaluation.cohort().pairs().stream()
                .map(pair -> new Row(pair.study(), report(pair, here), cells(pair, evaluation.total()))).toList());
    }

    private static List<String> cells(StudyPair pair, String total) {
        double difference = pair.prediction().total(total) - pair.truth().total(total);
        ConfusionMatrix images = pair.imageDecisions();
        ConfusionMatrix units = pair.unitDecisions();
        return List.of(MetricNumbers.fixed(pair.truth().total(total), 0), MetricNumbers.fixed(pair.prediction().total(total), 0),
                (difference > 0 ? "+" : "") + MetricNumbers.fixed(difference, 0), pair.levels().right() + " of " + pair.levels().expected(),
                found(images), Long.toString(images.falsePositive()), found(units), Long.toString(units.falsePositive()),
                dice(pair, MaskKind.BODY), dice(pair, MaskKind.DISC), dice(pair, MaskKind.OEDEMA));
    }

    private static String found(ConfusionMatrix counts) {
        return counts.truePositive() + " of " + (counts.truePositive() + counts.falseNegative());
    }

    private static String dice(StudyPair pair, MaskKind kind) {
        MaskOverlap all = pair.images().stream().map(image -> image.of(kind)).reduce(MaskOverlap.NONE, MaskOverlap::plus);
        return MetricNumbers.fixed(MetricValue.orNaN(all::dice), 2);
    }

    private static Optional<String> report(StudyPair pair, Path folder) {
        Path report = pair.prediction().folder().resolve("report.html");
        if (!Files.isRegularFile(report) || !report.getRoot().equals(folder.getRoot())) {
            return Optional.empty();
        }
        String path = StreamSupport.stream(folder.relativize(report).spliterator(), false).map(Path::toString)
                .collect(Collectors.joining("/", "./", ""));
        try {
            return Optional.of(new URI(null, null, path, null).toASCIIString());
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
