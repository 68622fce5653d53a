package spine.report.internal.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import spine.api.anatomy.DiscLevel;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.report.internal.ReportWarnings;
import spine.report.internal.Rounded;

/**
 * Writes {@code scores.csv}: a header and one line per index. Studies scored with the same indices have the same
 * header, so that their files can be joined by leaving out all headers but the first. A unit that is not in the field
 * of view has an empty field, a clean one 0.
 */
@Component(property = ReportWriter.FORMAT + "=csv")
public final class CsvReportWriter implements ReportWriter {

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        Set<String> totals = new LinkedHashSet<>();
        result.scores().forEach(score -> totals.addAll(score.totals().keySet()));
        StringBuilder text = new StringBuilder(CsvLine.of(header(totals)));
        result.scores().forEach(score -> text.append(CsvLine.of(line(result, score, totals))));
        return List.of(Files.write(folder.resolve("scores.csv"), text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> header(Set<String> totals) {
        List<String> fields = new ArrayList<>(List.of("study", "index", "indexVersion"));
        fields.addAll(totals);
        DiscLevel.ALL.forEach(level -> fields.add(level.label()));
        fields.addAll(List.of("imagesInflamed", "images", "warnings", "models"));
        return fields;
    }

    private static List<String> line(ScoringResult result, Score score, Set<String> totals) {
        List<String> fields = new ArrayList<>();
        fields.add(result.study().studyInstanceUid());
        fields.add(score.indexId());
        fields.add(score.indexVersion());
        totals.forEach(name -> fields.add(score.totals().containsKey(name) ? Rounded.text(score.totals().get(name), 2) : ""));
        for (UnitScore unit : score.units()) {
            fields.add(unit.unit().present() ? Rounded.text(unit.score(), 2) : "");
        }
        fields.add(Long.toString(result.images().stream().filter(image -> image.inflamed()).count()));
        fields.add(Integer.toString(result.images().size()));
        fields.add(Integer.toString(ReportWarnings.of(result).size()));
        fields.add(result.models().stream().map(card -> card.id() + " " + card.version()).collect(Collectors.joining("; ")));
        return fields;
    }
}
