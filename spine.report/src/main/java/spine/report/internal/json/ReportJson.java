package spine.report.internal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import spine.api.anatomy.Disc;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.api.model.ModelCard;
import spine.api.report.ImageFinding;
import spine.api.report.Predecessor;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.report.UsedSettings;
import spine.api.score.Score;
import spine.report.internal.CardStatements;
import spine.report.internal.InflammationRule;
import spine.report.internal.ReportNotes;
import spine.report.internal.StackOedema;

/**
 * The report {@code spine-report/1} as a tree. Keys always come in the same order, {@code timing} last. Lengths and
 * areas have one decimal (pixel spacing four), confidences and signal ratios three, probabilities four.
 */
final class ReportJson {
    static final String SCHEMA = "spine-report/1";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReportJson() {
    }

    static ObjectNode of(ScoringResult result) {
        ObjectNode report = JSON.objectNode();
        report.put("schema", SCHEMA);
        report.set("study", study(result.study()));
        report.set("models", models(result));
        report.set("settings", settings(result.settings()));
        Score first = result.scores().get(0);
        report.putObject("index").put("id", first.indexId()).put("version", first.indexVersion());
        result.scores().forEach(score -> report.set(score.indexId(), ScoreJson.of(score, result.intervals(score))));
        report.set("inflammationRule", InflammationRule.of(result).map(ReportJson::rule).orElse(null));
        report.set("images", images(result.images()));
        ArrayNode findings = report.putArray("findings");
        result.findings().forEach(finding -> findings.add(FindingJson.of(finding)));
        ArrayNode oedema = report.putArray("oedema");
        StackOedema.of(result).forEach(stack -> oedema.addObject().put("stack", stack.number()).put("result", stack.word())
                .put("images", stack.images()));
        report.set("anatomy", anatomy(result.anatomy()));
        ArrayNode warnings = report.putArray("warnings");
        result.everyWarning().forEach(warnings::add);
        ArrayNode failures = report.putArray("failures");
        result.failures().forEach(failures::add);
        ArrayNode notes = report.putArray("notes");
        ReportNotes.of(result).forEach(notes::add);
        report.put("researchUse", CardStatements.of(result.models()).paragraph());
        result.predecessor().ifPresent(before -> report.set("predecessor", predecessor(before)));
        result.correction().ifPresent(correction -> report.set("correction", CorrectionJson.of(correction)));
        report.set("timing", timing(result.timing()));
        return report;
    }

    private static ObjectNode study(Study study) {
        ObjectNode node = JSON.objectNode();
        node.put("studyInstanceUid", study.studyInstanceUid());
        study.label().pseudonym().ifPresent(pseudonym -> node.put("pseudonym", pseudonym));
        study.label().date().ifPresent(date -> node.put("studyDate", date.isEmpty() ? null : date));
        ArrayNode stacks = node.putArray("stacks");
        for (SliceStack stack : study.stacks()) {
            ObjectNode entry = stacks.addObject();
            entry.put("index", stacks.size());
            entry.put("seriesInstanceUid", stack.seriesInstanceUid());
            entry.put("description", stack.description());
            entry.put("slices", stack.slices().size());
            entry.putArray("spacing").add(RoundedNumber.of(stack.plane().rowSpacing(), 4))
                    .add(RoundedNumber.of(stack.plane().columnSpacing(), 4)).add(RoundedNumber.of(stack.sliceSpacing(), 4));
        }
        return node;
    }

    private static ArrayNode models(ScoringResult result) {
        ArrayNode node = JSON.arrayNode();
        for (int i = 0; i < result.models().size(); i++) {
            ModelCard card = result.models().get(i);
            ObjectNode model = node.addObject().put("role", card.role()).put("id", card.id())
                    .put("version", card.version()).put("weightsSha256", card.weightsSha256());
            if (!result.engines().get(i).isEmpty()) {
                model.put("engine", result.engines().get(i));
            }
        }
        return node;
    }

    private static ObjectNode settings(UsedSettings settings) {
        if (!settings.known()) {
            return null;
        }
        ObjectNode node = JSON.objectNode();
        ObjectNode changed = node.putObject("changed");
        settings.changed().forEach(changed::put);
        return node.put("sha256", settings.sha256());
    }

    private static ObjectNode rule(InflammationRule rule) {
        ObjectNode node = JSON.objectNode();
        node.set("threshold", RoundedNumber.of(rule.threshold(), 4));
        node.set("minimumAreaMm2", RoundedNumber.of(ImageFinding.MINIMUM_AREA_MM2, 1));
        return node.put("sentence", rule.sentence());
    }

    private static ArrayNode images(List<ImageFinding> findings) {
        ArrayNode node = JSON.arrayNode();
        findings.forEach(finding -> node.addObject().put("sopInstanceUid", finding.sopInstanceUid())
                .put("inflamed", finding.inflamed()).set("probability", RoundedNumber.of(finding.probability(), 4)));
        return node;
    }

    private static ObjectNode anatomy(SpineAnatomy anatomy) {
        LabelledStructures structures = LabelledStructures.of(anatomy);
        ObjectNode node = JSON.objectNode();
        node.put("spine", anatomy.noSpine().isEmpty());
        node.put("variant", anatomy.variant().name());
        node.put("units", anatomy.variant().units().size());
        node.set("nameConfidence", RoundedNumber.of(anatomy.nameConfidence(), 3));
        ArrayNode vertebrae = node.putArray("vertebrae");
        for (VertebralBody body : structures.bodies()) {
            ObjectNode entry = vertebrae.addObject().put("level", body.level().name());
            entry.set("centreMm", point(body.centre()));
            entry.set("confidence", RoundedNumber.of(body.confidence(), 3));
        }
        ArrayNode discs = node.putArray("discs");
        for (Disc disc : structures.discs()) {
            discs.addObject().put("level", disc.level().label()).set("centreMm", point(disc.centre()));
        }
        ArrayNode warnings = node.putArray("warnings");
        anatomy.warnings().stream().distinct().forEach(warnings::add);
        return node;
    }

    private static ArrayNode point(Vec3 point) {
        return JSON.arrayNode().add(RoundedNumber.of(point.x(), 1)).add(RoundedNumber.of(point.y(), 1)).add(RoundedNumber.of(point.z(), 1));
    }

    private static ObjectNode predecessor(Predecessor before) {
        ObjectNode node = JSON.objectNode();
        before.revision().ifPresent(revision -> node.put("revision", revision));
        before.report().ifPresent(report -> node.putObject("report").put("sopClassUid", report.sopClassUid())
                .put("sopInstanceUid", report.sopInstanceUid()).put("seriesInstanceUid", report.seriesInstanceUid()));
        return node;
    }

    private static ObjectNode timing(Timing timing) {
        return JSON.objectNode().put("totalMs", timing.totalMs()).put("readMs", timing.readMs())
                .put("anatomyMs", timing.anatomyMs()).put("oedemaMs", timing.oedemaMs())
                .put("scoreMs", timing.scoreMs()).put("writeMs", timing.writeMs());
    }
}
