package spine.app.internal.cli.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.api.comparison.PatientTimeline.Comparison;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoreInterval;
import spine.api.score.ScoreIntervals;
import spine.app.command.Console;
import spine.app.embedded.StudyOutcome;
import spine.app.embedded.StudyOutcome.Status;
import spine.app.internal.batch.AttemptedStudy;
import spine.app.internal.batch.ComparisonLines;
import spine.common.text.PlainText;

/** What {@code score} says on standard output: a line for each study, or one JSON array. */
final class ResultLines {
    private final Console console;
    private final ArrayNode studies = JsonNodeFactory.instance.arrayNode();

    ResultLines(Console console) {
        this.console = console;
    }

    void add(AttemptedStudy attempted) {
        StudyOutcome outcome = attempted.outcome();
        if (console.json()) {
            studies.add(json(attempted));
        }
        if (outcome.status() == Status.INCOMPLETE || attempted.result().isEmpty() && outcome.status() != Status.KEPT) {
            console.complain(outcome.complaint());
        }
        if (attempted.result().isPresent()) {
            if (!console.json()) {
                add(attempted.result().get(), attempted.folder());
            }
            if (outcome.status() == Status.SCORED && !outcome.reason().isEmpty()) {
                console.note("  note: " + outcome.reason());
            }
        } else if (outcome.status().hasResult() && !console.json()) {
            console.result(PlainText.line(outcome.study()) + "  " + outcome.status().words() + count(outcome.warnings(),
                    outcome.reason()) + "  "
                    + attempted.folder());
            if (outcome.status() == Status.KEPT && !outcome.reason().isEmpty()) {
                console.note("  note: " + outcome.reason());
            }
        }
    }

    /**
     * What was compared because of the study that was added last.
     *
     * @param subject that study
     */
    void add(List<Comparison> comparisons, String subject) {
        if (console.json()) {
            ComparisonLines.add(comparisons, (ObjectNode) studies.get(studies.size() - 1));
            return;
        }
        ComparisonLines.print(comparisons, subject, console);
    }

    private void add(ScoringResult result, Path folder) {
        String scores = result.anatomy().noSpine().isPresent() ? "no spine"
                : result.scores().stream().map(score -> words(result, score)).collect(Collectors.joining("; "));
        List<String> warnings = result.everyWarning();
        console.result(PlainText.line(result.study().studyInstanceUid()) + "  " + scores
                + count(warnings, result.anatomy().noSpine().orElse("")) + "  " + folder);
        warnings.forEach(warning -> console.note("  warning: " + warning));
        result.anatomy().notes().forEach(note -> console.note("  note: " + note));
        result.intervals().stream().map(ScoreIntervals::withheld).filter(why -> !why.isEmpty())
                .forEach(why -> console.note("  note: " + why));
    }

    /**
     * How many there are, so that a line does not look as if all were well where the sentences below it are not shown.
     *
     * @param said what the line itself says
     */
    private static String count(List<String> warnings, String said) {
        long count = warnings.stream().filter(warning -> !warning.equals(said)).count();
        return count == 0 ? "" : count == 1 ? ", 1 warning" : ", " + count + " warnings";
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

    private static String words(ScoringResult result, Score score) {
        String totals = score.totals().entrySet().stream().map(total -> total.getKey() + " " + number(total.getValue())
                + result.intervals(score).map(of -> words(of, total.getKey())).orElse(""))
                .collect(Collectors.joining(", "));
        String units = ", " + score.unitsInView() + " of " + result.anatomy().variant().units().size() + " units in view";
        String worst = score.worst().isEmpty() ? "" : ", worst " + String.join(" ", score.worst());
        return score.indexId() + ": " + totals + units + worst;
    }

    private static String words(ScoreIntervals intervals, String total) {
        ScoreInterval interval = intervals.totals().get(total);
        return interval == null ? "" : " (" + number(100 * intervals.coverage()) + " % interval " + number(interval.lower()) + "-"
                + number(interval.upper()) + ")";
    }

    /** JSON has no number for a total that does not exist. */
    static JsonNode value(double total) {
        return Double.isFinite(total) ? JsonNodeFactory.instance.numberNode(total) : JsonNodeFactory.instance.nullNode();
    }

    private static ObjectNode json(AttemptedStudy attempted) {
        StudyOutcome outcome = attempted.outcome();
        ObjectNode study = JsonNodeFactory.instance.objectNode().put("studyInstanceUid", outcome.study())
                .put("input", outcome.location()).put("status", outcome.status().words()).put("reason", outcome.reason());
        if (outcome.status() != Status.REFUSED && outcome.status() != Status.FAILED) {
            study.put("folder", attempted.folder().toString());
        }
        attempted.result().ifPresent(result -> add(result, study));
        attempted.kept().ifPresent(report -> KeptStudyJson.add(report.root(), study));
        return study;
    }

    private static void add(ScoringResult result, ObjectNode study) {
        result.study().label().pseudonym().ifPresent(pseudonym -> study.put("pseudonym", pseudonym));
        result.study().label().date().ifPresent(date -> study.put("studyDate", date.isEmpty() ? null : date));
        ObjectNode scores = study.putObject("scores");
        for (Score score : result.scores()) {
            ObjectNode index = scores.putObject(score.indexId());
            for (Map.Entry<String, Double> total : score.totals().entrySet()) {
                index.set(total.getKey(), value(total.getValue()));
            }
            result.intervals(score).ifPresent(of -> of.totals().forEach((name, interval) -> index.putArray(name + "Interval")
                    .add(interval.lower()).add(interval.upper())));
            index.put("unitsInView", score.unitsInView());
            index.put("unitsOfSpine", result.anatomy().variant().units().size());
            ArrayNode worst = index.putArray("worst");
            score.worst().forEach(worst::add);
        }
        study.put("spine", result.anatomy().noSpine().isEmpty());
        study.put("nameConfidence", result.anatomy().nameConfidence());
        ArrayNode warnings = study.putArray("warnings");
        result.everyWarning().forEach(warnings::add);
        ArrayNode failures = study.putArray("failures");
        result.failures().forEach(failures::add);
        ArrayNode notes = study.putArray("notes");
        result.anatomy().notes().forEach(notes::add);
    }
}
