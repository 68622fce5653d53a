package spine.report.internal.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import spine.api.anatomy.DiscLevel;
import spine.api.image.StudyLabel;
import spine.api.report.ImageFinding;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoreInterval;
import spine.common.csv.CsvText;
import spine.report.internal.ReportNotes;

/**
 * Writes {@code scores.csv}: a header and one line per index. Studies scored with the same indices have the same
 * header, so that their files can be joined by leaving out all headers but the first. A unit that is not in the field
 * of view has an empty field, a clean one 0; the units that only numerical variants have stand behind the 23 usual ones. Of images
 * that show no spine everything but the number of images is empty. Pseudonym and date of the study are columns where they were
 * asked for. Beside it stand {@code totals.csv}, its totals with one line each, and {@code lesions.csv}.
 */
@Component
@ReportWriterService(format = "csv")
public final class CsvReportWriter implements ReportWriter {

    private static final int DECIMALS = 2;

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        Set<String> totals = new LinkedHashSet<>();
        result.scores().forEach(score -> totals.addAll(score.totals().keySet()));
        CsvText csv = new CsvText(DECIMALS).line(header(totals, result.study().label()));
        result.scores().forEach(score -> csv.line(line(result, score, totals)));
        return List.of(Files.writeString(folder.resolve("scores.csv"), csv.toString()),
                Files.writeString(folder.resolve("totals.csv"), TotalsCsv.of(result)),
                Files.writeString(folder.resolve("lesions.csv"), LesionsCsv.of(result)));
    }

    private static List<String> header(Set<String> totals, StudyLabel label) {
        List<String> fields = new ArrayList<>(List.of("study", "index", "indexVersion"));
        label.pseudonym().ifPresent(pseudonym -> fields.add("pseudonym"));
        label.date().ifPresent(date -> fields.add("studyDate"));
        fields.addAll(totals);
        columns().forEach(level -> fields.add(level.label()));
        fields.addAll(List.of("unitsInView", "unitsOfSpine"));
        totals.forEach(name -> fields.addAll(List.of(name + "Lower", name + "Upper")));
        fields.addAll(List.of("nameConfidence", "imagesInflamed", "images", "warnings", "models"));
        return fields;
    }

    /** The usual units, then those that only numerical variants have. */
    private static List<DiscLevel> columns() {
        return Stream.concat(DiscLevel.ALL.stream(), DiscLevel.VARIANTS.stream()).toList();
    }

    private static List<Object> line(ScoringResult result, Score score, Set<String> totals) {
        List<Object> fields = new ArrayList<>(List.of(result.study().studyInstanceUid(), score.indexId(), score.indexVersion()));
        result.study().label().pseudonym().ifPresent(fields::add);
        result.study().label().date().ifPresent(fields::add);
        totals.forEach(name -> fields.add(score.totals().getOrDefault(name, Double.NaN)));
        Map<DiscLevel, Double> units = new HashMap<>();
        score.units().stream().filter(unit -> unit.unit().present()).forEach(unit -> units.put(unit.unit().level(), unit.score()));
        columns().forEach(level -> fields.add(units.containsKey(level) ? units.get(level) : ""));
        boolean spine = result.anatomy().noSpine().isEmpty();
        fields.add(spine ? score.unitsInView() : "");
        fields.add(spine ? result.anatomy().variant().units().size() : "");
        totals.forEach(name -> {
            Optional<ScoreInterval> interval = result.intervals(score).map(of -> of.totals().get(name));
            fields.add(interval.map(ScoreInterval::lower).orElse(Double.NaN));
            fields.add(interval.map(ScoreInterval::upper).orElse(Double.NaN));
        });
        fields.add(spine ? result.anatomy().nameConfidence() : "");
        fields.add(spine ? result.images().stream().filter(ImageFinding::inflamed).count() : "");
        fields.add(result.images().size());
        fields.add(result.everyWarning().size());
        fields.add(Stream.concat(result.models().stream().map(card -> card.id() + " " + card.version()),
                ReportNotes.corrected(result) ? Stream.of("corrected by a person") : Stream.empty())
                .collect(Collectors.joining("; ")));
        return fields;
    }
}
