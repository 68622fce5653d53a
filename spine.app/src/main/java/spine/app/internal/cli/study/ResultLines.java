package spine.app.internal.cli.study;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

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
        console.result(result.study().studyInstanceUid() + "  "
                + result.scores().stream().map(ResultLines::words).collect(Collectors.joining("; ")) + "  " + folder);
        result.warnings().forEach(warning -> console.note("  note: " + warning));
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
                .collect(Collectors.joining(", "));
        String worst = score.worst().isEmpty() ? "" : ", worst " + String.join(" ", score.worst());
        return score.indexId() + ": " + totals + worst;
    }

    private static ObjectNode json(ScoringResult result, Path folder) {
        ObjectNode study = JsonNodeFactory.instance.objectNode();
        study.put("studyInstanceUid", result.study().studyInstanceUid());
        study.put("folder", folder.toString());
        ObjectNode scores = study.putObject("scores");
        for (Score score : result.scores()) {
            ObjectNode index = scores.putObject(score.indexId());
            for (Map.Entry<String, Double> total : score.totals().entrySet()) {
                index.put(total.getKey(), total.getValue());
            }
            ArrayNode worst = index.putArray("worst");
            score.worst().forEach(worst::add);
        }
        ArrayNode warnings = study.putArray("warnings");
        result.warnings().forEach(warnings::add);
        return study;
    }
}
