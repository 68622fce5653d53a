package spine.io.dicom.internal.sr;

import java.util.List;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.score.Score;
import spine.io.dicom.internal.result.CodedConcept;

/** Which algorithm measured (TID 4019, PS3.16): an index and its version, and as its parameters the models that it rests on. */
final class AlgorithmItems {
    private final List<String> models;

    AlgorithmItems(List<ModelCard> models) {
        this.models = models.stream().map(card -> "%s model %s %s, weights SHA-256 %s".formatted(
                card.role().equals(ModelRole.ANATOMY) ? "anatomy" : "oedema", card.id(), card.version(), card.weightsSha256())).toList();
    }

    /** A measurement of an index with its algorithm; one that was not attempted has none. */
    ContentItem number(Score score, CodedConcept name, double value, CodedConcept unit) {
        ContentItem number = ContentItem.number(name, value, unit);
        return Double.isFinite(value) ? addTo(number, score.indexId(), score.indexVersion()) : number;
    }

    private ContentItem addTo(ContentItem measurement, String index, String version) {
        measurement.modifiedBy(ContentItem.text(SrCodes.ALGORITHM_NAME, index))
                .modifiedBy(ContentItem.text(SrCodes.ALGORITHM_VERSION, version));
        models.forEach(model -> measurement.modifiedBy(ContentItem.text(SrCodes.ALGORITHM_PARAMETERS, model)));
        return measurement;
    }
}
