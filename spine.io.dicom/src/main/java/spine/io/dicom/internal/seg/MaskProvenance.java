package spine.io.dicom.internal.seg;

import java.util.Optional;
import java.util.OptionalInt;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.model.ModelCard;
import spine.api.report.Predecessor;
import spine.api.report.ScoringResult;
import spine.io.dicom.internal.result.SourceAttributes;
import spine.io.dicom.internal.result.SourceImages;
import spine.io.dicom.internal.uid.DerivedUid;

/**
 * Where masks come from: the images and the model.
 *
 * @param studyUid the study
 * @param images the stacks that have masks
 * @param patient patient and study
 * @param kind {@code anatomy}, {@code oedema} or {@code units}
 * @param model the model, empty for a known truth
 * @param corrected whether a person has corrected the masks of the model
 * @param replaced the revision of the study's content whose masks these replace; empty if there is none
 */
record MaskProvenance(String studyUid, SourceImages images, SourceAttributes patient, String kind, Optional<ModelCard> model,
        boolean corrected, OptionalInt replaced) {

    /** The revision whose masks those of the result replace. */
    static OptionalInt replacedBy(ScoringResult result) {
        return result.predecessor().map(Predecessor::revision).orElse(OptionalInt.empty());
    }

    /** A digest to which the caller adds what the UID is for. */
    DerivedUid derivedUid() {
        DerivedUid uid = new DerivedUid().with(studyUid).with(kind);
        for (SliceStack stack : images.stacks()) {
            uid.with(stack.seriesInstanceUid());
            stack.slices().stream().map(Slice::sopInstanceUid).forEach(uid::with);
        }
        model.ifPresent(card -> uid.with(card.id()).with(card.version()).with(card.weightsSha256()));
        if (corrected) {
            uid.with("corrected");
        }
        replaced.ifPresent(revision -> uid.with("in place of").with(String.valueOf(revision)));
        return uid;
    }

    /** The name of the algorithm in the file. */
    String algorithmName() {
        return model.map(ModelCard::id).orElse("known truth");
    }

    /** How the masks were made (PS3.3 C.8.20.2). */
    String algorithmType() {
        return corrected ? "SEMIAUTOMATIC" : "AUTOMATIC";
    }

    /** What the masks are, in words. */
    String description() {
        return kind + (corrected ? " masks, corrected by a person" : " masks");
    }

    String version() {
        return model.map(ModelCard::version).orElse("1");
    }
}
