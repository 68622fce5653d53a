package spine.api.model;

import java.util.Objects;

/**
 * Registered as a service by whoever makes models out of bundles, for a model that it will not offer, so that the reason
 * is seen where models are listed. It has no service properties and goes with the bundle.
 *
 * @param id the model's id, or the symbolic name of the bundle where the id cannot be told
 * @param version the model's version
 * @param reason the rest of a sentence that begins with "refused:", such as "it lacks model/card.json"; no patient data
 */
public record RefusedModel(String id, String version, String reason) {

    public RefusedModel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(reason, "reason");
    }
}
