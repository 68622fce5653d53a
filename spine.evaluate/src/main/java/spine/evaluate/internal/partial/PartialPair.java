package spine.evaluate.internal.partial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import spine.api.UnusableInputException;
import spine.api.model.ModelRole;
import spine.api.report.ImageFinding;
import spine.api.report.MaskReader;
import spine.evaluate.internal.study.ImageMasks;
import spine.evaluate.internal.study.LabelledMasks;
import spine.evaluate.internal.study.MaskKind;
import spine.evaluate.internal.study.StudyReport;
import spine.evaluate.internal.study.UnitFinding;

/**
 * One study in partial truth and report.
 *
 * @param truth what is known
 * @param prediction the report
 * @param structures one per outlined structure that is compared, in the order of the truth
 * @param lesions one per known lesion
 * @param oedema empty unless lesions were inserted, since otherwise nobody knows what is false
 */
public record PartialPair(PartialTruth truth, StudyReport prediction, List<StructureOutcome> structures, List<LesionOutcome> lesions,
        Optional<OedemaOutcome> oedema) {

    public PartialPair {
        structures = List.copyOf(structures);
        lesions = List.copyOf(lesions);
    }

    /**
     * Reads the masks beside the report.
     *
     * @throws UnusableInputException if the report was kept without them, or they cannot be read
     */
    public static PartialPair of(PartialTruth truth, StudyReport prediction, MaskReader reader) throws UnusableInputException, IOException {
        LabelledMasks drawn = LabelledMasks.read(prediction.folder(), reader);
        if (!LabelledMasks.areIn(prediction.folder()) && !prediction.units().isEmpty()) {
            throw new UnusableInputException("There are no masks (anatomy-1.seg.dcm and so on) beside its report.");
        }
        List<StructureOutcome> structures = truth.structures().stream()
                .map(structure -> StructureOutcome.of(structure, ofKind(drawn, structure.kind()), confidences(prediction))).toList();
        ImageMasks oedema = drawn.of(ModelRole.LESION);
        List<LesionOutcome> lesions = truth.lesions().stream().map(lesion -> outcome(lesion, prediction, oedema)).toList();
        return new PartialPair(truth, prediction, structures, lesions, oedema(truth, oedema));
    }

    private static Map<String, ImageMasks> ofKind(LabelledMasks drawn, MaskKind kind) {
        Map<String, ImageMasks> masks = new TreeMap<>(drawn.structures());
        masks.keySet().removeIf(name -> MaskKind.of(name).filter(kind::equals).isEmpty());
        return masks;
    }

    /** Of the names of bodies, and of the names of units for their discs. */
    private static Map<String, Double> confidences(StudyReport prediction) {
        Map<String, Double> confidences = new TreeMap<>(prediction.vertebrae());
        prediction.units().forEach((level, unit) -> confidences.put(level.label(), unit.confidence()));
        return confidences;
    }

    private static LesionOutcome outcome(KnownLesion lesion, StudyReport prediction, ImageMasks oedema) {
        int images = 0;
        int inflamed = 0;
        for (String image : lesion.masks().images()) {
            images++;
            inflamed += prediction.images().getOrDefault(image, new ImageFinding(image, false, 0)).inflamed() ? 1 : 0;
        }
        double score = lesion.unit().map(unit -> prediction.units().getOrDefault(unit, UnitFinding.ABSENT).score()).orElse(Double.NaN);
        return new LesionOutcome(lesion, !lesion.masks().within(oedema).isEmpty(), score, images, inflamed);
    }

    /** Oedema in the bodies of a lesion that nobody outlined is neither right nor false. */
    private static Optional<OedemaOutcome> oedema(PartialTruth truth, ImageMasks oedema) {
        if (truth.lesions().stream().noneMatch(KnownLesion::inserted)) {
            return Optional.empty();
        }
        ImageMasks known = new ImageMasks();
        ImageMasks unknown = new ImageMasks();
        for (KnownLesion lesion : truth.lesions()) {
            known.add(lesion.masks());
            if (!lesion.outlined()) {
                truth.bodies().stream().filter(body -> lesion.concerns(body.name())).forEach(body -> unknown.add(body.masks()));
            }
        }
        return Optional.of(OedemaOutcome.of(known, oedema.without(unknown), truth));
    }

    public String name() {
        return truth.name();
    }

    /** Whether a found structure bears a wrong name. */
    public boolean misnamed() {
        return structures.stream().anyMatch(StructureOutcome::misnamed);
    }

    /** Whether every outlined structure was found under its name. */
    public boolean allRight() {
        return !structures.isEmpty() && structures.stream().allMatch(StructureOutcome::rightlyNamed);
    }

    /** Whether the report warns that its names may be wrong. */
    public boolean warned() {
        return !prediction.namingWarnings().isEmpty();
    }

    /** Whether the report has the total, and it is 0. */
    public boolean scoredZero(String total) {
        return prediction.totals().getOrDefault(total, Double.NaN) == 0;
    }
}
