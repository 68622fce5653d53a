package spine.evaluate.internal.page;

import java.util.List;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.plot.DiceHistogram;
import spine.evaluate.internal.study.MaskKind;

/** Overlap of masks. */
final class MaskSection {

    private MaskSection() {
    }

    static String html(Evaluation evaluation) {
        return Html.section("dice", "Overlap of masks", "<div class=\"plots\">" + plot(evaluation, MaskKind.BODY, "vertebral body")
                + plot(evaluation, MaskKind.DISC, "disc") + plot(evaluation, MaskKind.OEDEMA, "oedema") + "</div>\n"
                + Html.table(evaluation.section("Dice")));
    }

    private static String plot(Evaluation evaluation, MaskKind tissue, String name) {
        List<Double> dices = evaluation.cohort().pairs().stream().flatMap(pair -> pair.images().stream()).map(image -> image.of(tissue))
                .filter(overlap -> overlap.truth() > 0).map(overlap -> overlap.dice()).toList();
        return Html.figure(DiceHistogram.of(name, dices), dices.size() + " images whose truth shows " + name + ".");
    }
}
