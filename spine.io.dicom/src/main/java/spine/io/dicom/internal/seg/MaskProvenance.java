package spine.io.dicom.internal.seg;

import java.util.Optional;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.model.ModelCard;
import spine.io.dicom.internal.uid.DerivedUid;

/**
 * Where masks come from: the images and the model.
 *
 * @param studyUid the study
 * @param kind {@code anatomy} or {@code oedema}
 * @param model the model, empty for a known truth
 */
record MaskProvenance(String studyUid, SliceStack stack, String kind, Optional<ModelCard> model) {

    /** A digest to which the caller adds what the UID is for. */
    DerivedUid derivedUid() {
        DerivedUid uid = new DerivedUid().with(studyUid).with(stack.seriesInstanceUid()).with(kind);
        stack.slices().stream().map(Slice::sopInstanceUid).forEach(uid::with);
        model.ifPresent(card -> uid.with(card.id()).with(card.version()).with(card.weightsSha256()));
        return uid;
    }

    /** The name of the algorithm in the file. */
    String algorithmName() {
        return model.map(ModelCard::id).orElse("known truth");
    }

    String version() {
        return model.map(ModelCard::version).orElse("1");
    }
}
