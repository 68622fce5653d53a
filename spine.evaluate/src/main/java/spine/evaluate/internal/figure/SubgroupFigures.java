package spine.evaluate.internal.figure;

import java.util.List;
import spine.evaluate.internal.stats.BlandAltman;
import spine.evaluate.internal.stats.IntraclassCorrelation;

/** The figures that are compared between subgroups. */
public final class SubgroupFigures {

    private SubgroupFigures() {
    }

    /** @param total name of the main total */
    static Section of(Subgroup group, String total) {
        List<double[]> scores = Totals.of(group.pairs(), total);
        Section images = DecisionFigures.images(group.pairs());
        Section units = DecisionFigures.units(group.pairs());
        Section dice = MaskFigures.of(group.pairs());
        return new Section(title(group), List.of(
                Figure.count("studies", group.pairs().size(), ""),
                Figure.share("ICC(2,1) " + total, IntraclassCorrelation.of(scores.toArray(new double[0][])).agreement(), "n = " + scores.size()),
                Figure.points("bias " + total, BlandAltman.of(scores.stream().mapToDouble(pair -> pair[1]).toArray(),
                        scores.stream().mapToDouble(pair -> pair[0]).toArray()).bias(), "prediction - truth"),
                named("image sensitivity", images, "sensitivity"),
                named("image specificity", images, "specificity"),
                named("image AUC", images, "AUC"),
                named("unit sensitivity", units, "sensitivity"),
                named("unit specificity", units, "specificity"),
                named("body Dice", dice, "vertebral body, all images"),
                named("disc Dice", dice, "disc, all images"),
                named("oedema Dice", dice, "oedema, pooled over all pixels")));
    }

    private static String title(Subgroup group) {
        return "Subgroup " + group.by() + ": " + group.name();
    }

    private static Figure named(String name, Section section, String figure) {
        Figure found = section.figure(figure);
        return new Figure(name, found.estimate(), found.decimals(), found.basis());
    }
}
