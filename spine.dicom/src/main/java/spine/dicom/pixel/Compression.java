package spine.dicom.pixel;

import java.util.Optional;
import java.util.Set;
import spine.dicom.TransferSyntax;

/** Names of the transfer syntaxes whose pixels this version does not decode (PS3.6 table A-1). */
public final class Compression {
    private static final String JPEG = "1.2.840.10008.1.2.4.";
    /** A file without file meta information names no syntax and has native pixels. */
    private static final Set<String> NATIVE = Set.of("", TransferSyntax.IMPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
            TransferSyntax.DEFLATED, TransferSyntax.EXPLICIT_BIG_ENDIAN);

    private Compression() {
    }

    /**
     * @param transferSyntax UID, empty if the file names none
     * @return the name of the compression, empty for native pixels
     */
    public static Optional<String> of(String transferSyntax) {
        if (NATIVE.contains(transferSyntax)) {
            return Optional.empty();
        }
        String name = transferSyntax.equals("1.2.840.10008.1.2.5") ? "RLE" : "transfer syntax " + transferSyntax;
        if (transferSyntax.startsWith(JPEG)) {
            name = switch (transferSyntax.substring(JPEG.length())) {
                case "50", "51" -> "JPEG";
                case "57", "70" -> "JPEG Lossless";
                case "80", "81" -> "JPEG-LS";
                case "90", "91", "92", "93" -> "JPEG 2000";
                case "201", "202", "203" -> "HTJ2K";
                default -> name;
            };
        }
        return Optional.of(name);
    }
}
