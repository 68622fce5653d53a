package spine.report.internal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import spine.api.report.LesionFinding;
import spine.api.report.LesionPlace;

/** One entry of the member {@code findings}. */
final class FindingJson {

    private FindingJson() {
    }

    static ObjectNode of(LesionFinding finding) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", finding.id()).put("stack", finding.stack() + 1).put("vertebra", finding.vertebra().name());
        LesionPlace place = finding.place();
        node.putObject("place").put("site", word(place.site())).put("half", word(place.half())).put("wall", word(place.wall()))
                .put("side", word(place.side()));
        ArrayNode units = node.putArray("units");
        finding.units().forEach(unit -> units.add(unit.label()));
        ArrayNode slices = node.putArray("slices");
        finding.slices().forEach(slices::add);
        node.set("areaMm2", RoundedNumber.of(finding.areaMm2(), 1));
        node.set("volumeMm3", RoundedNumber.of(finding.volumeMm3(), 1));
        node.set("contrast", RoundedNumber.of(finding.contrast(), 3));
        node.set("endplateMm", RoundedNumber.of(finding.endplateMm(), 1));
        node.set("probability", RoundedNumber.of(finding.probability(), 4));
        return node.put("counts", finding.counts()).put("reason", finding.reason());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
