package spine.app.internal.cli.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.api.anatomy.DiscLevel;
import spine.api.comparison.PatientTimeline.Comparison;
import spine.api.correction.CorrectedResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.app.command.Console;
import spine.app.internal.batch.ComparisonLines;
import spine.common.text.PlainText;

/** What {@code rescore} says on standard output: the totals of the models beside those of the person, and the units that differ. */
final class CorrectionLines {
    private static final String ABSENT = "-";

    private final Console console;

    CorrectionLines(Console console) {
        this.console = console;
    }

    /** @param compared with earlier results because of the correction */
    void print(CorrectedResult result, Path folder, List<Comparison> compared) {
        if (console.json()) {
            ObjectNode node = json(result, folder);
            ComparisonLines.add(compared, node);
            console.result(node.toPrettyString());
            return;
        }
        console.result(PlainText.line(result.corrected().study().studyInstanceUid()) + "  " + folder);
        List<List<String>> rows = new ArrayList<>(List.of(List.of("index", "", "models", "corrected")));
        for (int i = 0; i < result.machine().scores().size(); i++) {
            Score machine = result.machine().scores().get(i);
            Score corrected = result.corrected().scores().get(i);
            machine.totals().forEach((name, total) -> rows.add(List.of(machine.indexId(), name, ResultLines.number(total),
                    ResultLines.number(corrected.totals().get(name)))));
            levels(machine, corrected).forEach(level ->
                    rows.add(List.of("", level.label(), points(machine, level), points(corrected, level))));
        }
        print(rows);
        result.corrected().warnings().forEach(warning -> console.note("  warning: " + warning));
        result.corrected().anatomy().notes().forEach(note -> console.note("  note: " + note));
        result.corrected().intervals().stream().filter(of -> !of.withheld().isEmpty())
                .forEach(of -> console.note("  note: " + of.withheld()));
        ComparisonLines.print(compared, result.corrected().study().studyInstanceUid(), console);
    }

    private void print(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String pad = " ".repeat(widths.get(column) - row.get(column).length());
                line.append("  ").append(column < 2 ? row.get(column) + pad : pad + row.get(column));
            }
            console.result(line.toString().stripTrailing());
        }
    }

    /** Those whose points differ or that only one of both has in view, from head to foot. */
    private static Set<DiscLevel> levels(Score machine, Score corrected) {
        Set<DiscLevel> levels = new TreeSet<>();
        machine.units().forEach(unit -> levels.add(unit.unit().level()));
        corrected.units().forEach(unit -> levels.add(unit.unit().level()));
        levels.removeIf(level -> points(machine, level).equals(points(corrected, level)));
        return levels;
    }

    private static String points(Score score, DiscLevel level) {
        return score.units().stream().filter(unit -> unit.unit().level().equals(level) && unit.unit().present())
                .map(UnitScore::score).map(ResultLines::number).findFirst().orElse(ABSENT);
    }

    private static ObjectNode json(CorrectedResult result, Path folder) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("studyInstanceUid", result.corrected().study().studyInstanceUid());
        node.put("folder", folder.toString());
        ObjectNode scores = node.putObject("scores");
        Map<String, Score> machine = result.machine().scores().stream().collect(Collectors.toMap(Score::indexId, score -> score));
        for (Score corrected : result.corrected().scores()) {
            ObjectNode index = scores.putObject(corrected.indexId());
            corrected.totals().forEach((name, total) -> {
                ObjectNode pair = index.putObject(name);
                pair.set("models", ResultLines.value(machine.get(corrected.indexId()).totals().get(name)));
                pair.set("corrected", ResultLines.value(total));
            });
            ObjectNode units = index.putObject("units");
            for (DiscLevel level : levels(machine.get(corrected.indexId()), corrected)) {
                ObjectNode pair = units.putObject(level.label());
                put(pair, "models", points(machine.get(corrected.indexId()), level));
                put(pair, "corrected", points(corrected, level));
            }
        }
        var warnings = node.putArray("warnings");
        result.corrected().warnings().forEach(warnings::add);
        return node;
    }

    private static void put(ObjectNode pair, String name, String points) {
        pair.set(name, ResultLines.value(points.equals(ABSENT) ? Double.NaN : Double.parseDouble(points)));
    }
}
