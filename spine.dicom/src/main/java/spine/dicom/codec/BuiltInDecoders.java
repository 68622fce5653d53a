package spine.dicom.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import spine.dicom.decode.FrameDecoder;
import spine.dicom.internal.jpeg.JpegDecoder;
import spine.dicom.internal.jpeg2000.Jpeg2000Decoder;
import spine.dicom.internal.jpegls.JpegLsDecoder;
import spine.dicom.internal.rle.RleDecoder;

/** The decoders of this bundle. */
final class BuiltInDecoders {
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String JPEG = "1.2.840.10008.1.2.4.";

    private BuiltInDecoders() {
    }

    /** By transfer syntax (PS3.6 table A-1). */
    static Map<String, FrameDecoder> bySyntax() {
        Map<String, FrameDecoder> decoders = new HashMap<>();
        decoders.put(RLE, new RleDecoder());
        put(decoders, new JpegDecoder(), "50", "51", "57", "70");
        put(decoders, new JpegLsDecoder(), "80", "81");
        put(decoders, new Jpeg2000Decoder(), "90", "91");
        return Map.copyOf(decoders);
    }

    private static void put(Map<String, FrameDecoder> decoders, FrameDecoder decoder, String... ends) {
        List.of(ends).forEach(end -> decoders.put(JPEG + end, decoder));
    }
}
