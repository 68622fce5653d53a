package spine.evaluate.internal.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import spine.evaluate.internal.stats.Calibration;
import spine.evaluate.internal.stats.Confusion;
import spine.evaluate.internal.stats.LogisticCalibration;
import spine.evaluate.internal.stats.Proportion;
import spine.evaluate.internal.stats.Roc;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.UnitFinding;

/** Yes or no, by image and by unit; intervals by redrawing patients. */
public final class DecisionFigures {

    private DecisionFigures() {
    }

    static Section images(List<StudyPair> pairs) {
        List<Confusion> patients = pairs.stream().map(StudyPair::imageDecisions).toList();
        List<Figure> figures = new ArrayList<>(List.of(
                Shares.sensitivity(patients, "images with inflammation"),
                Shares.specificity(patients, "images without"),
                Shares.accuracy(patients, "images"),
                Shares.positivePredictiveValue(patients, "images called inflamed"),
                Shares.negativePredictiveValue(patients, "images called clean"),
                Shares.kappa(patients),
                Figure.share("AUC", imageRoc(pairs).area(), "probability of the report by image")));
        LogisticCalibration calibration = new LogisticCalibration(pairs.stream().map(DecisionFigures::imageProbabilities).toList());
        figures.add(Figure.points("calibration intercept", calibration.intercept(), "0 if probabilities are what they say"));
        figures.add(Figure.points("calibration slope", calibration.slope(), "1 if probabilities are what they say"));
        figures.add(Figure.share("Brier score", calibration.brier(), "mean squared error of the probability"));
        Confusion all = sum(patients);
        long positive = all.truePositive() + all.falseNegative();
        figures.add(Figure.share("prevalence", Shares.of(pairs, pair -> positives(pair.imageDecisions()),
                pair -> pair.images().size()), positive + " of " + all.total() + " images"));
        return new Section("Images", figures);
    }

    static Section units(List<StudyPair> pairs) {
        List<Confusion> patients = pairs.stream().map(StudyPair::unitDecisions).toList();
        return new Section("Units", List.of(
                Shares.sensitivity(patients, "units above 0"),
                Shares.specificity(patients, "units at 0"),
                Shares.accuracy(patients, "units"),
                Shares.positivePredictiveValue(patients, "units called above 0"),
                Shares.negativePredictiveValue(patients, "units called 0"),
                Shares.kappa(patients),
                Figure.share("AUC", unitRoc(pairs).area(), "predicted score by unit")));
    }

    /** The two extra points of a slice: how units that have them in truth are found, and whether the point itself is given. */
    static Section points(List<StudyPair> pairs) {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(point(pairs, "deep", unit -> unit.deep() > 0));
        figures.addAll(point(pairs, "intense", unit -> unit.intense() > 0));
        return new Section("Depth and intensity points, by unit", figures);
    }

    private static List<Figure> point(List<StudyPair> pairs, String name, Predicate<UnitFinding> sign) {
        List<Confusion> patients = pairs.stream().map(pair -> pair.units(sign)).toList();
        List<Confusion> found = pairs.stream().map(pair -> {
            Confusion confusion = Confusion.NONE;
            for (var unit : pair.truth().units().entrySet()) {
                confusion = sign.test(unit.getValue()) ? confusion.with(true, pair.predicted(unit.getKey()).score() > 0) : confusion;
            }
            return confusion;
        }).toList();
        return List.of(
                named(name + ": unit found at all", Shares.sensitivity(found, "units with a point in truth")),
                named(name + ": sensitivity of the point", Shares.sensitivity(patients, "units with a point in truth")),
                named(name + ": specificity of the point", Shares.specificity(patients, "units without")),
                named(name + ": Cohen kappa", Shares.kappa(patients)));
    }

    /** Sensitivity and specificity of one level in all studies; one unit per patient, hence Wilson. */
    static Section level(String level, List<Confusion> patients) {
        Confusion all = sum(patients);
        return new Section("Level " + level, List.of(
                Figure.share("sensitivity", all.sensitivity(), all.truePositive() + " of " + positives(all) + " units above 0"),
                Figure.share("specificity", all.specificity(), all.trueNegative() + " of " + (all.total() - positives(all)) + " units at 0"),
                Figure.share("prevalence", Proportion.of(positives(all), all.total()), positives(all) + " of " + all.total() + " units")));
    }

    /** By the probability that the report gives each image. */
    public static Roc imageRoc(List<StudyPair> pairs) {
        return new Roc(pairs.stream().map(pair -> pair.images().stream()
                .map(image -> new Roc.Case(image.truth().inflamed(), image.prediction().probability())).toList()).toList());
    }

    /** What the report says of each image of a study, and whether it is so. */
    public static List<Calibration.Case> imageProbabilities(StudyPair pair) {
        return pair.images().stream().map(image -> new Calibration.Case(image.prediction().probability(), image.truth().inflamed())).toList();
    }

    /** By the score that the report gives each unit. */
    public static Roc unitRoc(List<StudyPair> pairs) {
        return new Roc(pairs.stream().map(pair -> pair.truth().units().entrySet().stream()
                .map(unit -> new Roc.Case(unit.getValue().score() > 0, pair.predicted(unit.getKey()).score())).toList()).toList());
    }

    private static Figure named(String name, Figure figure) {
        return new Figure(name, figure.estimate(), figure.decimals(), figure.basis());
    }

    private static Confusion sum(List<Confusion> patients) {
        return patients.stream().reduce(Confusion.NONE, Confusion::plus);
    }

    private static long positives(Confusion c) {
        return c.truePositive() + c.falseNegative();
    }
}
