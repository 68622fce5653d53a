package spine.io.dimse.toolkit;

/** SOP classes by service (PS3.4). */
public final class ServiceClass {
    /** Verification (PS3.4 A.4). */
    public static final String VERIFICATION = "1.2.840.10008.1.1";
    /** Storage commitment, push model (PS3.4 J.3.5). */
    public static final String STORAGE_COMMITMENT = "1.2.840.10008.1.20.1";

    private static final String STANDARD = "1.2.840.10008.";
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    /** Inventory query and retrieve, whose UIDs begin like those of storage. */
    private static final String INVENTORY_SERVICES = "1\\.2\\.840\\.10008\\.5\\.1\\.4\\.1\\.1\\.201\\.[2-6]";

    private ServiceClass() {
    }

    /**
     * Whether objects of this SOP class can be stored. A class that is not of the standard is taken for one: scanners put objects
     * of their own into their studies.
     */
    public static boolean isStorage(String sopClass) {
        return sopClass.startsWith(STANDARD) ? sopClass.startsWith(STORAGE) && !sopClass.matches(INVENTORY_SERVICES) : !sopClass.isEmpty();
    }
}
