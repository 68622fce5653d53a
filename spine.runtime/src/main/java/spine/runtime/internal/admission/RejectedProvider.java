package spine.runtime.internal.admission;

/**
 * A provider that the platform does not use.
 *
 * @param name as in {@link ProviderDescriptor}
 * @param id as in {@link ProviderDescriptor}
 * @param version as in {@link ProviderDescriptor}
 * @param reason the rest of a sentence that begins with "refused:"
 */
public record RejectedProvider(String name, String id, String version, String reason) {

    /** For a person to read. */
    public String label() {
        return (id.isEmpty() ? name : id + " " + version).strip();
    }
}
