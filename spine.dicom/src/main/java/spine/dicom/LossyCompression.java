package spine.dicom;

import java.util.List;
import java.util.Map;

/** Whether and how an image lost information in compression, now or earlier, as its header tells (PS3.3 C.7.6.1.1.5). */
public final class LossyCompression {
    public static final int LossyImageCompression = 0x00282110;
    public static final int LossyImageCompressionRatio = 0x00282112;
    public static final int LossyImageCompressionMethod = 0x00282114;

    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.91";
    private static final Map<String, String> METHODS = Map.of("1.2.840.10008.1.2.4.50", "ISO_10918_1", "1.2.840.10008.1.2.4.51",
            "ISO_10918_1", "1.2.840.10008.1.2.4.81", "ISO_14495_1", JPEG_2000, "ISO_15444_1");

    private LossyCompression() {
    }

    /** True if the header says so, or has a transfer syntax with loss; JPEG 2000 may be without, where the header says so. */
    public static boolean applies(DicomObject header) {
        String said = header.text(LossyImageCompression);
        String syntax = header.text(Tag.TransferSyntaxUID);
        return said.equals("01") || METHODS.containsKey(syntax) && !(syntax.equals(JPEG_2000) && said.equals("00"));
    }

    /** Defined terms of the methods, as the header names them or as its transfer syntax tells; may be empty. */
    public static List<String> methods(DicomObject header) {
        List<String> named = header.texts(LossyImageCompressionMethod);
        String method = METHODS.get(header.text(Tag.TransferSyntaxUID));
        return !named.isEmpty() || method == null ? named : List.of(method);
    }
}
