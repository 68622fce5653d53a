package spine.app.internal.cli.study;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.app.command.Console;

/** The units of one score beside the truth. */
final class UnitComparison {
    private final Score score;
    private final TruthFile truth;

    UnitComparison(Score score, TruthFile truth) {
        this.score = score;
        this.truth = truth;
    }

    void print(Console console) {
        if (console.json()) {
            console.result(json().toPrettyString());
            return;
        }
        console.result(line("unit", "score", "truth"));
        for (UnitScore unit : score.units()) {
            String label = unit.unit().level().label();
            console.result(line(label, unit.unit().present() ? ResultLines.number(unit.score()) : "-",
                    number(truth.units().get(label))));
        }
        for (Map.Entry<String, Double> total : score.totals().entrySet()) {
            console.result(line(total.getKey(), ResultLines.number(total.getValue()), number(truth.totals().get(total.getKey()))));
        }
    }

    private ObjectNode json() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ObjectNode totals = all.putObject("totals");
        score.totals().forEach((name, value) ->
                totals.putObject(name).put("score", value).put("truth", truth.totals().get(name)));
        ObjectNode units = all.putObject("units");
        for (UnitScore unit : score.units()) {
            String label = unit.unit().level().label();
            units.putObject(label).put("present", unit.unit().present()).put("score", unit.score())
                    .put("truth", truth.units().get(label));
        }
        return all;
    }

    private static String line(String name, String found, String expected) {
        return String.format(Locale.ROOT, "%-8s %6s %6s", name, found, expected);
    }

    private static String number(Double value) {
        return value == null ? "-" : ResultLines.number(value);
    }
}
