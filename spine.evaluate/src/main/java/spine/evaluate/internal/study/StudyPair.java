package spine.evaluate.internal.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import spine.agreement.decision.ConfusionMatrix;
import spine.agreement.mask.MaskOverlap;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.report.ImageFinding;
import spine.api.report.MaskReader;
import spine.evaluate.internal.table.GroupsFile;

/**
 * One study in truth and prediction.
 *
 * @param truth the truth
 * @param prediction the report
 * @param levels whether the levels are named rightly
 * @param images the images of the truth, without masks unless {@code masks}
 * @param masks whether both sides have their masks, so that they can be compared
 * @param mimics what resembles oedema in truth, by its kind, and how much of it the report calls oedema; empty unless {@code masks}
 * @param scanner where it was acquired
 * @param groups names of the groups it is in, by what the studies are split by
 */
public record StudyPair(StudyReport truth, StudyReport prediction, LevelAgreement levels, List<ImagePair> images,
        boolean masks, Map<String, MaskOverlap> mimics, ScannerIdentity scanner, Map<String, Set<String>> groups) {

    public StudyPair {
        images = List.copyOf(images);
        mimics = Collections.unmodifiableMap(new TreeMap<>(mimics));
    }

    /** Reads the masks beside both reports. Where one side was kept without them, none are compared: missing is not empty. */
    public static StudyPair of(StudyReport truth, StudyReport prediction, ScannerIdentity scanner, MaskReader reader)
            throws UnusableInputException, IOException {
        StudyMasks right = StudyMasks.read(truth.folder(), reader);
        StudyMasks found = StudyMasks.read(prediction.folder(), reader);
        boolean masks = right.completes(truth) && found.completes(prediction);
        BiFunction<MaskKind, String, MaskOverlap> overlap = (kind, uid) -> masks
                ? MaskOverlap.of(right.of(kind).on(uid), found.of(kind).on(uid)) : MaskOverlap.NONE;
        List<ImagePair> images = new ArrayList<>();
        for (ImageFinding image : truth.images().values()) {
            String uid = image.sopInstanceUid();
            images.add(new ImagePair(image, prediction.images().getOrDefault(uid, new ImageFinding(uid, false, 0)),
                    overlap.apply(MaskKind.BODY, uid), overlap.apply(MaskKind.DISC, uid), overlap.apply(MaskKind.OEDEMA, uid)));
        }
        return new StudyPair(truth, prediction, LevelAgreement.of(truth, prediction), images, masks,
                masks ? mimics(truth, found.of(MaskKind.OEDEMA), reader) : Map.of(), scanner, GroupsFile.read(truth.folder()));
    }

    private static Map<String, MaskOverlap> mimics(StudyReport truth, ImageMasks oedema, MaskReader reader)
            throws UnusableInputException, IOException {
        Map<String, MaskOverlap> mimics = new TreeMap<>();
        LabelledMasks.read(truth.folder(), "mimics-", reader).structures()
                .forEach((kind, pixels) -> mimics.put(kind, pixels.against(oedema)));
        return mimics;
    }

    public String study() {
        return truth.studyInstanceUid();
    }

    /** Images with and without inflammation. */
    public ConfusionMatrix imageDecisions() {
        ConfusionMatrix confusion = ConfusionMatrix.NONE;
        for (ImagePair image : images) {
            confusion = confusion.with(image.truth().inflamed(), image.prediction().inflamed());
        }
        return confusion;
    }

    /** Units that the truth shows, positive above 0; a unit that was not found counts as 0. */
    public ConfusionMatrix unitDecisions() {
        return units(unit -> unit.score() > 0);
    }

    /** Units that the truth shows, positive if they have the sign. */
    public ConfusionMatrix units(Predicate<UnitFinding> sign) {
        ConfusionMatrix confusion = ConfusionMatrix.NONE;
        for (Map.Entry<DiscLevel, UnitFinding> unit : truth.units().entrySet()) {
            confusion = confusion.with(sign.test(unit.getValue()), sign.test(predicted(unit.getKey())));
        }
        return confusion;
    }

    /** The unit in the report, {@link UnitFinding#ABSENT} if it has none. */
    public UnitFinding predicted(DiscLevel level) {
        return prediction.units().getOrDefault(level, UnitFinding.ABSENT);
    }
}
