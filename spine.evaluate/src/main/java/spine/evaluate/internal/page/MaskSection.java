package spine.evaluate.internal.page;

import java.util.List;
import spine.evaluate.internal.figure.Evaluation;
import spine.evaluate.internal.plot.DiceHistogram;
import spine.evaluate.internal.study.Tissue;

/** Overlap of masks. */
final class MaskSection {

    private MaskSection() {
    }

    static String html(Evaluation evaluation) {
        return Html.section("dice", "Overlap of masks", "<div class=\"plots\">" + plot(evaluation, Tissue.BODY, "vertebral body")
                + plot(evaluation, Tissue.DISC, "disc") + plot(evaluation, Tissue.OEDEMA, "oedema") + "</div>\n"
                + Html.table(evaluation.section("Dice")));
    }

    private static String plot(Evaluation evaluation, Tissue tissue, String name) {
        List<Double> dices = evaluation.cohort().pairs().stream().flatMap(pair -> pair.images().stream()).map(image -> image.of(tissue))
                .filter(overlap -> overlap.truth() > 0).map(overlap -> overlap.dice()).toList();
        return Html.figure(DiceHistogram.of(name, dices), dices.size() + " images whose truth shows " + name + ".");
    }
}
