package spine.report.internal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.score.Quadrant;
import spine.api.score.Score;
import spine.api.score.ScoreIntervals;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;

/** The section of one index: the value of the member that is named by its id. */
final class ScoreJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ScoreJson() {
    }

    static ObjectNode of(Score score, Optional<ScoreIntervals> intervals) {
        ObjectNode node = JSON.objectNode();
        score.totals().forEach((name, value) -> node.set(name, RoundedNumber.of(value, 2)));
        intervals.ifPresent(of -> node.set("intervals", intervals(of)));
        node.put("unitsInView", score.unitsInView());
        ArrayNode worst = node.putArray("worst");
        score.worst().forEach(worst::add);
        ArrayNode units = node.putArray("units");
        score.units().forEach(unit -> units.add(unit(unit)));
        return node;
    }

    private static ObjectNode intervals(ScoreIntervals of) {
        ObjectNode node = JSON.objectNode();
        node.set("coverage", RoundedNumber.of(of.coverage(), 3));
        ObjectNode totals = node.putObject("totals");
        of.totals().forEach((name, interval) -> totals.putArray(name).add(RoundedNumber.of(interval.lower(), 2))
                .add(RoundedNumber.of(interval.upper(), 2)));
        if (of.withheld().isEmpty()) {
            return node.putNull("withheld");
        }
        return node.put("withheld", of.withheld());
    }

    private static ObjectNode unit(UnitScore score) {
        DiscovertebralUnit unit = score.unit();
        ObjectNode node = JSON.objectNode();
        node.put("level", unit.level().label());
        node.put("present", unit.present());
        node.set("confidence", RoundedNumber.of(unit.confidence(), 3));
        node.set("score", RoundedNumber.of(score.score(), 2));
        if (unit.present()) {
            node.put("stack", unit.stack() + 1);
        } else {
            node.putNull("stack");
        }
        ArrayNode window = node.putArray("window");
        score.window().forEach(window::add);
        ArrayNode slices = node.putArray("slices");
        score.slices().forEach(slice -> slices.add(slice(slice)));
        if (!score.measures().isEmpty()) {
            ObjectNode measures = node.putObject("measures");
            score.measures().forEach((name, value) -> measures.set(name, RoundedNumber.of(value, 2)));
        }
        return node;
    }

    private static ObjectNode slice(SliceFinding finding) {
        ObjectNode node = JSON.objectNode();
        node.put("sopInstanceUid", finding.sopInstanceUid());
        node.put("upperAnterior", finding.quadrants().contains(Quadrant.UPPER_ANTERIOR));
        node.put("upperPosterior", finding.quadrants().contains(Quadrant.UPPER_POSTERIOR));
        node.put("lowerAnterior", finding.quadrants().contains(Quadrant.LOWER_ANTERIOR));
        node.put("lowerPosterior", finding.quadrants().contains(Quadrant.LOWER_POSTERIOR));
        node.put("deep", finding.deep());
        node.put("intense", finding.intense());
        node.set("depthMm", RoundedNumber.of(finding.depthMm(), 1));
        node.set("areaMm2", RoundedNumber.of(finding.areaMm2(), 1));
        node.set("intensityRatio", RoundedNumber.of(finding.intensityRatio(), 3));
        return node;
    }
}
