package spine.evaluate.internal.study;

/**
 * Where a study was acquired.
 *
 * @param vendor as people call it, empty if unknown
 * @param fieldTesla field strength, NaN if unknown
 */
public record ScannerIdentity(String vendor, double fieldTesla) {
    static final ScannerIdentity UNKNOWN = new ScannerIdentity("", Double.NaN);
}
