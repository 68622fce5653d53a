package spine.common.bundle;

/**
 * How a bundle says that it stands in for a foreign one whose code runs in a process of its own: whoever installs foreign bundles makes it,
 * with the name, version and requirements of the foreign one, and the extender that hosts it offers its services. It has no code that the
 * framework could load.
 */
public final class IsolatedBundle {
    /** Manifest header: the entry that is the foreign jar, unchanged. */
    public static final String HEADER = "Spine-Isolated";
    /** The entry that is written. */
    public static final String JAR = "isolated.jar";
    /** Name of the extender, {@code osgi.extender}, that such a bundle requires. */
    public static final String EXTENDER = "spine.isolation";
    /** PID of the settings, for those who make such bundles and those who host them. */
    public static final String PID = "spine.isolation";

    private IsolatedBundle() {
    }
}
