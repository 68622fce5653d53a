package spine.report.internal.html;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.score.Score;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.report.internal.html.drawing.Markup;
import spine.report.internal.html.drawing.QuadrantGlyph;

/** All 23 units: score, name confidence, and the signs slice by slice. */
final class UnitScoreTable {
    private final Study study;
    private final Score score;
    private final double highest;

    UnitScoreTable(Study study, Score score) {
        this.study = study;
        this.score = score;
        this.highest = Math.max(1, score.units().stream().mapToDouble(UnitScore::score).max().orElse(1));
    }

    String html() {
        StringBuilder html = new StringBuilder("""
                <table class="units">
                <thead><tr><th scope="col">Unit</th><th scope="col">Score</th><th scope="col">Signs by slice
                <span class="note">(framed: the slices that make the score)</span></th>
                <th scope="col" class="right">Station</th><th scope="col" class="right">Name sure</th></tr></thead>
                <tbody>
                """);
        score.units().forEach(unit -> html.append(row(unit)));
        return html.append("</tbody></table>\n").toString();
    }

    private String row(UnitScore unit) {
        String level = Markup.text(unit.unit().level().label());
        String region = unit.unit().level().index() == 6 || unit.unit().level().index() == 18 ? "region" : "";
        if (!unit.unit().present()) {
            return "<tr class=\"absent %s\"><th scope=\"row\">%s</th><td>–</td><td colspan=\"3\">not found in the images</td></tr>\n"
                    .formatted(region, level);
        }
        return ("<tr class=\"%s %s\"><th scope=\"row\">%s</th><td class=\"score\"><b>%s</b><i style=\"width:%spx\"></i></td>"
                + "<td><div class=\"signs\">%s</div>%s</td><td class=\"right\">%d</td><td class=\"right\">%s&#8239;%%</td></tr>\n")
                .formatted(unit.score() > 0 ? "hit" : "clean", region, level, Markup.number(unit.score(), 2),
                        Markup.number(56 * unit.score() / highest, 0), signs(unit), measures(unit), unit.unit().stack() + 1,
                        Markup.number(100 * unit.unit().confidence(), 0));
    }

    private String signs(UnitScore unit) {
        SliceStack stack = study.stacks().get(unit.unit().stack());
        Map<Integer, Optional<SliceFinding>> shown = new TreeMap<>();
        for (int i = 0; i < stack.slices().size(); i++) {
            String image = stack.slices().get(i).sopInstanceUid();
            Optional<SliceFinding> finding = find(unit.slices(), image);
            if (finding.isPresent() || unit.window().contains(image)) {
                shown.put(i, finding);
            }
        }
        StringBuilder html = new StringBuilder();
        shown.forEach((i, finding) -> html.append("<span class=\"sign%s\">%s<small>%d</small></span>".formatted(
                unit.window().contains(stack.slices().get(i).sopInstanceUid()) ? " window" : "", QuadrantGlyph.svg(i + 1, finding), i + 1)));
        return html.toString();
    }

    private static String measures(UnitScore unit) {
        return unit.measures().isEmpty() ? "" : "<p class=\"note\">" + Markup.text(unit.measures().entrySet().stream()
                .map(measure -> measure.getKey() + " " + Markup.number(measure.getValue(), 2)).collect(Collectors.joining(" · "))) + "</p>";
    }

    private static Optional<SliceFinding> find(List<SliceFinding> findings, String image) {
        return findings.stream().filter(finding -> finding.sopInstanceUid().equals(image)).findFirst();
    }
}
