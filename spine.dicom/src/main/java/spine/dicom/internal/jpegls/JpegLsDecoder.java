package spine.dicom.internal.jpegls;

import java.nio.charset.StandardCharsets;
import spine.api.UnusableInputException;
import spine.dicom.decode.DecodedFrame;
import spine.dicom.decode.FrameDecoder;
import spine.dicom.decode.FrameFormat;
import spine.dicom.internal.cell.CellWriter;
import spine.dicom.internal.marker.SegmentReader;

/** Decodes JPEG-LS. Colours stay those of the codestream. */
public final class JpegLsDecoder implements FrameDecoder {
    private static final int SOF = 0xf7;
    private static final int LSE = 0xf8;
    private static final int SOS = 0xda;
    private static final int DRI = 0xdd;
    private static final int APP8 = 0xe8;
    private static final int CODING_PARAMETERS = 1;

    @Override
    public DecodedFrame decode(byte[] encoded, FrameFormat format, String name) throws UnusableInputException {
        return new Decoding(encoded, format, name).frame();
    }

    /** One frame on its way. */
    private static final class Decoding {
        private final byte[] encoded;
        private final FrameFormat format;
        private final String name;
        private final SegmentReader in;
        private final int[] preset = new int[5];
        private final int[] ids;
        private int precision;
        private CellWriter cells;
        private int decoded;

        Decoding(byte[] encoded, FrameFormat format, String name) {
            this.encoded = encoded;
            this.format = format;
            this.name = name;
            this.in = new SegmentReader(encoded, name);
            this.ids = new int[format.samples()];
        }

        DecodedFrame frame() throws UnusableInputException {
            if (in.nextMarker() != SegmentReader.SOI) {
                throw in.cutOff();
            }
            while (decoded < ids.length) {
                int marker = in.nextMarker();
                switch (marker) {
                    case SOF -> frameHeader();
                    case LSE -> presetParameters();
                    case SOS -> scan();
                    case DRI -> refuseIf(in.unsignedShort() > 0, "restart markers");
                    case APP8 -> colourTransform();
                    case SegmentReader.EOI -> throw in.cutOff();
                    default -> refuseIf(marker >= 0xc0 && marker <= 0xcf, "a JPEG process that is not JPEG-LS");
                }
            }
            return cells.frame();
        }

        private void frameHeader() throws UnusableInputException {
            precision = in.unsignedByte();
            int rows = in.unsignedShort();
            int columns = in.unsignedShort();
            int count = in.unsignedByte();
            format.requireSize(rows, columns, count, name);
            if (precision < 2 || precision > 16 || cells != null) {
                throw damaged("its JPEG-LS frame header makes no sense");
            }
            for (int i = 0; i < count; i++) {
                ids[i] = in.unsignedByte();
                refuseIf(in.unsignedByte() != 0x11 && count > 1, "colours of fewer samples");
                in.unsignedByte();
            }
            cells = new CellWriter(format, precision, false, name);
        }

        private void presetParameters() throws UnusableInputException {
            refuseIf(in.unsignedByte() != CODING_PARAMETERS, "mapping tables");
            for (int i = 0; i < preset.length; i++) {
                preset[i] = in.unsignedShort();
            }
        }

        /** An extension of Hewlett-Packard's encoder that no standard describes. */
        private void colourTransform() throws UnusableInputException {
            byte[] first = new byte[4];
            for (int i = 0; i < first.length && in.hasMore(); i++) {
                first[i] = (byte) in.unsignedByte();
            }
            refuseIf(new String(first, StandardCharsets.US_ASCII).equals("mrfx") && in.hasMore() && in.unsignedByte() != 0,
                    "a colour transform of its own");
        }

        private void scan() throws UnusableInputException {
            if (cells == null) {
                throw in.cutOff();
            }
            int[] places = new int[in.unsignedByte()];
            for (int i = 0; i < places.length; i++) {
                places[i] = place(in.unsignedByte());
                refuseIf(in.unsignedByte() != 0, "mapping tables");
            }
            int near = in.unsignedByte();
            int interleave = in.unsignedByte();
            refuseIf((in.unsignedByte() & 15) != 0, "a point transform");
            int largest = preset[0] > 0 ? preset[0] : (1 << precision) - 1;
            CodingParameters parameters = CodingParameters.of(largest, near, preset[1], preset[2], preset[3], preset[4]);
            boolean shaped = places.length > 0 && interleave <= 2 && (interleave > 0 || places.length == 1);
            if (!shaped || largest >= 1 << precision || !parameters.isPossible()) {
                throw damaged("its JPEG-LS scan header makes no sense");
            }
            CodeBits bits = new CodeBits(encoded, in.end(), name);
            new ScanDecoder(format, places, interleave, bits, new LineDecoder(parameters, bits, name)).decode(cells);
            in.continueAt(bits.nextMarker());
            decoded += places.length;
        }

        private int place(int id) throws UnusableInputException {
            for (int i = 0; i < ids.length; i++) {
                if (ids[i] == id) {
                    return i;
                }
            }
            throw damaged("a scan names a component that is not there");
        }

        private void refuseIf(boolean met, String what) throws UnusableInputException {
            if (met) {
                throw new UnusableInputException(name + " has " + what + " in JPEG-LS, which is not decoded");
            }
        }

        private UnusableInputException damaged(String how) {
            return new UnusableInputException(name + " is damaged: " + how);
        }
    }
}
