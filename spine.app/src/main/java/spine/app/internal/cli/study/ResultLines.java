package spine.app.internal.cli.study;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.app.command.Console;

/** What {@code score} says on standard output: a line for each study, or one JSON array. */
final class ResultLines {
    private final Console console;
    private final ArrayNode studies = JsonNodeFactory.instance.arrayNode();

    ResultLines(Console console) {
        this.console = console;
    }

    void add(ScoringResult result, Path folder) {
        if (console.json()) {
            studies.add(json(result, folder));
            return;
        }
        String scores = result.anatomy().noSpine().isPresent() ? "no spine"
                : result.scores().stream().map(ResultLines::words).collect(Collectors.joining("; "));
        console.result(result.study().studyInstanceUid() + "  " + scores + "  " + folder);
        result.warnings().forEach(warning -> console.note("  warning: " + warning));
        result.anatomy().notes().forEach(note -> console.note("  note: " + note));
    }

    /** To be called when there are no more studies. */
    void end() {
        if (console.json()) {
            console.result(studies.toPrettyString());
        }
    }

    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String words(Score score) {
        String totals = score.totals().entrySet().stream().map(total -> total.getKey() + " " + number(total.getValue()))
                .collect(Collectors.joining(", ")).replaceFirst(",|$", " of " + score.unitsInView() + " units$0");
        String worst = score.worst().isEmpty() ? "" : ", worst " + String.join(" ", score.worst());
        return score.indexId() + ": " + totals + worst;
    }

    /** JSON has no number for a total that does not exist. */
    private static JsonNode value(double total) {
        return Double.isFinite(total) ? JsonNodeFactory.instance.numberNode(total) : JsonNodeFactory.instance.nullNode();
    }

    private static ObjectNode json(ScoringResult result, Path folder) {
        ObjectNode study = JsonNodeFactory.instance.objectNode();
        study.put("studyInstanceUid", result.study().studyInstanceUid());
        study.put("folder", folder.toString());
        ObjectNode scores = study.putObject("scores");
        for (Score score : result.scores()) {
            ObjectNode index = scores.putObject(score.indexId());
            for (Map.Entry<String, Double> total : score.totals().entrySet()) {
                index.set(total.getKey(), value(total.getValue()));
            }
            index.put("unitsInView", score.unitsInView());
            ArrayNode worst = index.putArray("worst");
            score.worst().forEach(worst::add);
        }
        study.put("spine", result.anatomy().noSpine().isEmpty());
        study.put("nameConfidence", result.anatomy().nameConfidence());
        ArrayNode warnings = study.putArray("warnings");
        result.warnings().forEach(warnings::add);
        ArrayNode notes = study.putArray("notes");
        result.anatomy().notes().forEach(notes::add);
        return study;
    }
}
