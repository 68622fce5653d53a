package spine.report.internal.comparison.table;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import spine.api.anatomy.DiscLevel;
import spine.api.report.LesionFinding;
import spine.report.internal.comparison.change.Comparison;
import spine.report.internal.comparison.change.IndexSeries;
import spine.report.internal.comparison.change.LesionTrack;
import spine.report.internal.comparison.change.MeasurementError;
import spine.report.internal.comparison.change.TimePointResult;
import spine.report.internal.comparison.change.TotalSeries;
import spine.report.internal.comparison.change.Verdicts;
import spine.report.internal.json.RoundedNumber;

/** {@code comparison.json}, see {@code docs/comparison.schema.json}. Scores have two decimals, lengths, areas and volumes one. */
public final class ComparisonJson {
    /** The name of the file. */
    public static final String FILE = "comparison.json";
    private static final String SCHEMA = "spine-comparison/1";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ComparisonJson() {
    }

    /** Writes it into the folder. */
    public static void write(Comparison comparison, List<String> warnings, Path folder) throws IOException {
        String text = new ObjectMapper().writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
                .writeValueAsString(of(comparison, warnings));
        Files.writeString(folder.resolve(FILE), text + "\n");
    }

    private static ObjectNode of(Comparison comparison, List<String> warnings) {
        ObjectNode node = JSON.objectNode().put("schema", SCHEMA);
        ArrayNode points = node.putArray("timePoints");
        comparison.points().forEach(point -> points.add(point(point, comparison.points().get(0))));
        node.put("patientWarning", comparison.checks().patient().orElse(null));
        node.set("verdict", words(Verdicts.sentences(comparison)));
        node.set("warnings", words(warnings));
        node.set("notes", words(comparison.checks().notes()));
        ArrayNode indices = node.putArray("indices");
        comparison.indices().forEach(index -> indices.add(index(comparison, index)));
        ArrayNode lesions = node.putArray("lesions");
        comparison.lesions().forEach(lesion -> lesions.add(lesion(lesion, comparison.whole())));
        return node;
    }

    private static ObjectNode point(TimePointResult point, TimePointResult first) {
        ObjectNode node = JSON.objectNode().put("number", point.number()).put("name", point.name())
                .put("studyInstanceUid", point.archived().studyInstanceUid());
        point.archived().label().pseudonym().ifPresent(pseudonym -> node.put("pseudonym", pseudonym));
        point.archived().label().date().filter(date -> !date.isEmpty()).ifPresent(date -> node.put("studyDate", date));
        OptionalLong days = point.daysSince(first);
        node.set("days", days.isPresent() ? JSON.numberNode(days.getAsLong()) : JSON.nullNode());
        node.put("spine", point.spine()).put("corrected", point.archived().corrected());
        ArrayNode models = node.putArray("models");
        point.archived().models().forEach(card -> models.addObject().put("role", card.role()).put("id", card.id())
                .put("version", card.version()).put("weightsSha256", card.weightsSha256()));
        return node.put("settingsSha256", point.archived().settings().known() ? point.archived().settings().sha256() : null);
    }

    private static ObjectNode index(Comparison comparison, IndexSeries index) {
        ObjectNode node = JSON.objectNode().put("id", index.indexId());
        MeasurementError error = comparison.errors().get(index.indexId());
        node.putObject("measurementError").put("known", error.rule().isPresent()).put("sentence", error.sentence());
        node.set("commonUnits", levels(index.common()));
        ArrayNode totals = node.putArray("totals");
        index.totals().forEach(total -> totals.add(total(total)));
        ArrayNode units = node.putArray("units");
        index.units().forEach(unit -> units.addObject().put("level", unit.level().label()).set("values",
                numbers(unit.scores().stream().map(score -> score.map(of -> of.score()).orElse(Double.NaN)).toList())));
        ArrayNode changes = node.putArray("changes");
        ChangeRow.of(comparison, index).forEach(row -> changes.add(change(row)));
        return node;
    }

    private static ObjectNode total(TotalSeries total) {
        ObjectNode node = JSON.objectNode().put("name", total.name());
        node.set("maximum", number(total.maximum()));
        node.set("values", numbers(total.values()));
        node.set("commonUnits", total.common().isEmpty() ? JSON.nullNode() : numbers(total.common()));
        ArrayNode highest = node.putArray("highestUnits");
        total.highest().forEach(units -> highest.add(levels(units)));
        node.set("baselineUnits", total.ofFirst().isEmpty() ? JSON.nullNode() : numbers(total.ofFirst()));
        return node;
    }

    private static ObjectNode change(ChangeRow row) {
        ObjectNode node = JSON.objectNode().put("from", row.pair().from() + 1).put("to", row.pair().to() + 1).put("kind", row.kind())
                .put("item", row.item());
        node.set("first", RoundedNumber.of(row.change().first(), 2));
        node.set("last", RoundedNumber.of(row.change().last(), 2));
        node.set("change", RoundedNumber.of(row.change().difference(), 2));
        node.set("detectableChange", number(row.change().detectable()));
        node.set("importantChange", number(row.change().important()));
        return node.put("verdict", row.verdict());
    }

    private static ObjectNode lesion(LesionTrack lesion, Comparison.Pair whole) {
        ObjectNode node = JSON.objectNode().put("vertebra", lesion.vertebra().name())
                .put("fate", lesion.fate(whole.from(), whole.to()).name());
        ArrayNode findings = node.putArray("findings");
        for (List<LesionFinding> at : lesion.findings()) {
            ArrayNode seen = findings.addArray();
            at.forEach(finding -> seen.add(finding(finding)));
        }
        ArrayNode uncounted = node.putArray("uncounted");
        lesion.uncounted().forEach(of -> uncounted.add(of.map(finding -> (JsonNode) finding(finding)).orElse(JSON.nullNode())));
        return node;
    }

    private static ObjectNode finding(LesionFinding finding) {
        ObjectNode node = JSON.objectNode().put("id", finding.id()).put("stack", finding.stack() + 1)
                .put("site", finding.place().site().name()).put("half", finding.place().half().name())
                .put("wall", finding.place().wall().name()).put("side", finding.place().side().name());
        node.set("units", levels(finding.units()));
        node.set("areaMm2", RoundedNumber.of(finding.areaMm2(), 1));
        node.set("volumeMm3", RoundedNumber.of(finding.volumeMm3(), 1));
        node.set("contrast", RoundedNumber.of(finding.contrast(), 2));
        return node;
    }

    private static JsonNode number(OptionalDouble value) {
        return RoundedNumber.of(value.orElse(Double.NaN), 2);
    }

    private static ArrayNode numbers(Collection<Double> values) {
        ArrayNode node = JSON.arrayNode();
        values.forEach(value -> node.add(RoundedNumber.of(value, 2)));
        return node;
    }

    private static ArrayNode levels(Collection<DiscLevel> levels) {
        return words(levels.stream().map(DiscLevel::label).toList());
    }

    private static ArrayNode words(Collection<String> sentences) {
        ArrayNode node = JSON.arrayNode();
        sentences.forEach(node::add);
        return node;
    }
}
