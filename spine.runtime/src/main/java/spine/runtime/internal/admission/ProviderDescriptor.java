package spine.runtime.internal.admission;

import spine.runtime.ModelName;

/**
 * A provider and what its service said of it when it came, because a withdrawn service cannot be asked.
 *
 * @param name what it is asked for by: role, index id, format or reader id; empty where one provider is as good as another
 * @param id of model, index or reader; empty for other kinds
 * @param version of model or index; empty for other kinds
 * @param deployed whether its bundle lies in the deploy folder, so that it is not a part of the platform
 * @param weightsSha256 digest by which a model that has been fetched is known: that of its weights, which the platform has compared, or
 *        of its whole bundle where that brings code of its own, whose card may claim any; empty for other kinds
 * @param service null before it has been fetched
 */
public record ProviderDescriptor<T>(String name, String id, String version, boolean deployed, String weightsSha256, T service) {

    /** One of the platform. */
    public ProviderDescriptor(String name, String id, String version, T service) {
        this(name, id, version, false, "", service);
    }

    /** The same when it has been fetched. */
    ProviderDescriptor<T> with(T fetched, String digest) {
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
