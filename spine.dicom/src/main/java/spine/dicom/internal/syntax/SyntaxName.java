package spine.dicom.internal.syntax;

import java.util.Set;
import spine.dicom.TransferSyntax;

/** What people call the transfer syntaxes (PS3.6 table A-1). */
public final class SyntaxName {
    private static final String ROOT = "1.2.840.10008.1.2.";
    /** A file without file meta information names no syntax and has native pixels. */
    private static final Set<String> NATIVE = Set.of("", TransferSyntax.IMPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
            TransferSyntax.DEFLATED, TransferSyntax.EXPLICIT_BIG_ENDIAN);

    private SyntaxName() {
    }

    public static boolean isNative(String transferSyntax) {
        return NATIVE.contains(transferSyntax);
    }

    /** The name of an encapsulated syntax; an unknown one is called by its UID. */
    public static String of(String transferSyntax) {
        String end = transferSyntax.startsWith(ROOT) ? transferSyntax.substring(ROOT.length()) : "";
        return switch (end) {
            case "5" -> "RLE";
            case "4.50" -> "JPEG Baseline";
            case "4.51" -> "JPEG Extended";
            case "4.57", "4.70" -> "JPEG Lossless";
            case "4.52", "4.53", "4.54", "4.55", "4.56", "4.58", "4.59", "4.60", "4.61", "4.62", "4.63", "4.64", "4.65", "4.66" ->
                "a retired JPEG process (" + transferSyntax + ")";
            case "4.80", "4.81" -> "JPEG-LS";
            case "4.90", "4.91" -> "JPEG 2000";
            case "4.92", "4.93" -> "JPEG 2000 multi-component";
            case "4.94", "4.95", "4.204", "4.205" -> "JPIP, which keeps the pixels on a server";
            case "4.100", "4.100.1", "4.101", "4.101.1" -> "MPEG-2";
            case "4.102", "4.102.1", "4.103", "4.103.1", "4.104", "4.104.1", "4.105", "4.105.1", "4.106", "4.106.1" -> "MPEG-4";
            case "4.107", "4.108" -> "HEVC";
            case "4.110", "4.111", "4.112" -> "JPEG XL";
            case "4.201", "4.202", "4.203" -> "HTJ2K";
            case "6.1" -> "RFC 2557 MIME";
            case "7.1", "7.2", "7.3" -> "SMPTE ST 2110";
            case "8.1" -> "deflated image frames";
            default -> "transfer syntax " + transferSyntax;
        };
    }
}
