package spine.app.internal;

/**
 * A provider that the platform does not use.
 *
 * @param name as in {@link Offer}
 * @param id as in {@link Offer}
 * @param version as in {@link Offer}
 * @param reason the rest of a sentence that begins with "refused:"
 */
record Refusal(String name, String id, String version, String reason) {

    /** For a person to read. */
    String label() {
        return (id.isEmpty() ? name : id + " " + version).strip();
    }
}
