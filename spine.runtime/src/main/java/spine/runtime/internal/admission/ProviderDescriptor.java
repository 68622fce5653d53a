package spine.runtime.internal.admission;

import spine.api.model.SegmentationModel;
import spine.runtime.ModelName;


/**
 * A provider and what its service said of it when it came, because a withdrawn service cannot be asked.
 *
 * @param name what it is asked for by: role, index id, format or reader id; empty where one provider is as good as another
 * @param id of model, index or reader; empty for other kinds
 * @param version of model or index; empty for other kinds
 * @param deployed whether its bundle lies in the deploy folder, so that it is not a part of the platform
 * @param weightsSha256 digest on the card of a model that has been fetched; empty for other kinds
 * @param service null before it has been fetched
 */
public record ProviderDescriptor<T>(String name, String id, String version, boolean deployed, String weightsSha256, T service) {

    /** One of the platform. */
    public ProviderDescriptor(String name, String id, String version, T service) {
        this(name, id, version, false, "", service);
    }

    /** The same when it has been fetched; a model is asked for its card, which is foreign code. */
    ProviderDescriptor<T> with(T fetched) {
        String digest = fetched instanceof SegmentationModel model && model.card() != null ? model.card().weightsSha256() : "";
        return new ProviderDescriptor<>(name, id, version, deployed, digest, fetched);
    }

    /** For a person to read. */
    public String label() {
        return (id.isEmpty() ? name : id + " " + version).strip();
    }

    /** Of a model. */
    public ModelName model() {
        return new ModelName(id, version);
    }
}
