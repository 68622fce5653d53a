package spine.runtime.internal.admission;

import spine.runtime.ModelName;


/**
 * A provider and what its service said of it when it came, because a withdrawn service cannot be asked.
 *
 * @param name what it is asked for by: role, index id, format or reader id; empty where one provider is as good as another
 * @param id of model, index or reader; empty for other kinds
 * @param version of model or index; empty for other kinds
 */
public record ProviderDescriptor<T>(String name, String id, String version, T service) {

    /** For a person to read. */
    public String label() {
        return (id.isEmpty() ? name : id + " " + version).strip();
    }

    /** Of a model. */
    public ModelName model() {
        return new ModelName(id, version);
    }
}
