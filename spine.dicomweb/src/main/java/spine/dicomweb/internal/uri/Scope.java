package spine.dicomweb.internal.uri;

/**
 * What an address narrows a request down to; each UID is empty where it does not.
 *
 * @param study valid UID
 * @param series valid UID
 * @param instance valid UID
 */
public record Scope(String study, String series, String instance) {
    public static final Scope ALL = new Scope("", "", "");

    /** The path of this scope below the root of the services. */
    public String path() {
        return (study.isEmpty() ? "" : "/studies/" + study) + (series.isEmpty() ? "" : "/series/" + series)
                + (instance.isEmpty() ? "" : "/instances/" + instance);
    }
}
