package spine.report.internal.html;

import java.util.List;
import java.util.Locale;
import spine.api.image.SliceStack;
import spine.api.model.ModelCard;
import spine.api.report.Timing;
import spine.report.internal.html.drawing.Markup;

/** Where the figures come from: images, models and time. */
final class ProvenanceSection {

    private ProvenanceSection() {
    }

    static String acquisition(List<SliceStack> stacks) {
        StringBuilder html = new StringBuilder("""
                <table><thead><tr><th scope="col">Station</th><th scope="col">Series</th><th scope="col" class="right">Images</th>
                <th scope="col" class="right">Matrix</th><th scope="col" class="right">Pixel, spacing mm</th>
                <th scope="col" class="right">TR / TE / TI ms</th><th scope="col" class="right">Field T</th>
                <th scope="col">Vendor</th></tr></thead><tbody>
                """);
        for (int i = 0; i < stacks.size(); i++) {
            SliceStack stack = stacks.get(i);
            html.append(("<tr><th scope=\"row\">%d</th><td>%s</td><td class=\"right\">%d</td><td class=\"right\">%d × %d</td>"
                    + "<td class=\"right\">%s × %s, %s</td><td class=\"right\">%s / %s / %s</td><td class=\"right\">%s</td><td>%s</td></tr>\n")
                    .formatted(i + 1, Markup.text(stack.description().isEmpty() ? "–" : stack.description()), stack.slices().size(),
                            stack.columns(), stack.rows(), Markup.number(stack.plane().columnSpacing(), 2),
                            Markup.number(stack.plane().rowSpacing(), 2), Markup.number(stack.sliceSpacing(), 1),
                            Markup.number(stack.acquisition().repetitionTimeMs(), 0), Markup.number(stack.acquisition().echoTimeMs(), 0),
                            Markup.number(stack.acquisition().inversionTimeMs(), 0),
                            Markup.number(stack.acquisition().fieldStrengthTesla(), 1), Markup.text(stack.acquisition().manufacturer())));
        }
        return html.append("</tbody></table>\n").toString();
    }

    static String models(List<ModelCard> cards) {
        if (cards.isEmpty()) {
            return "<p>No model took part: this is a reading, not a prediction.</p>\n";
        }
        StringBuilder html = new StringBuilder("<div class=\"cards\">");
        cards.forEach(card -> html.append(model(card)));
        return html.append("</div>\n").toString();
    }

    private static String model(ModelCard card) {
        StringBuilder metrics = new StringBuilder();
        card.metrics().forEach((name, value) -> metrics.append("<div><dt>%s</dt><dd>%s</dd></div>"
                .formatted(Markup.text(name), Markup.number(value, 3))));
        return ("<article class=\"card\"><h3>%s <span>%s</span></h3><p class=\"mono\">weights %s…</p><p>%s</p><p>%s</p>"
                + "<dl class=\"metrics\"><div><dt>operating point</dt><dd>%s</dd></div><div><dt>image operating point</dt><dd>%s</dd></div>"
                + "<div><dt>study operating point</dt><dd>%s</dd></div>%s</dl></article>")
                .formatted(Markup.text(card.id()), Markup.text(card.version()),
                        Markup.text(card.weightsSha256().substring(0, Math.min(12, card.weightsSha256().length()))),
                        Markup.text(card.trainingData()), Markup.text(card.intendedUse()), Markup.number(card.points().pixel(), 3),
                        Markup.number(card.points().image(), 3), Markup.number(card.points().study(), 3), metrics);
    }

    static String timing(Timing timing) {
        return timing.totalMs() == 0 ? "" : String.format(Locale.ROOT,
                "<p class=\"note\">Worked out in %.1f s: reading %.1f, anatomy %.1f, oedema %.1f, scoring %.1f, writing %.1f.</p>\n",
                timing.totalMs() / 1e3, timing.readMs() / 1e3, timing.anatomyMs() / 1e3, timing.oedemaMs() / 1e3,
                timing.scoreMs() / 1e3, timing.writeMs() / 1e3);
    }
}
