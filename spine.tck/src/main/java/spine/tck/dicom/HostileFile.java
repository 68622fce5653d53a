package spine.tck.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import spine.dicom.TransferSyntax;

/** Files made to exhaust whoever reads them. */
enum HostileFile {
    EMPTY,
    TEXT,
    ONLY_A_PREAMBLE,
    NESTED_5000_DEEP,
    NESTED_BY_LENGTH,
    VALUE_OF_4_GB,
    UNKNOWN_OF_4_GB,
    TEXT_OF_4_GB,
    SEQUENCE_OF_4_GB,
    PIXELS_OF_4_GB,
    ITEMS_WITHOUT_NUMBER,
    FRAGMENTS_THAT_DO_NOT_END,
    DEFLATED_VALUE,
    DEFLATED_ITEMS;

    private static final int SEQUENCE = 0x0040A730;
    private static final int VALUE = 0x40010010;
    private static final int PIXEL_DATA = 0x7FE00010;
    private static final long FOUR_GB = 0xfffffffeL;
    private static final int MEGABYTE = 1 << 20;

    /** What has a header that is whole, or of which the rest may count as padding or as bytes. */
    boolean mayBeOpened() {
        return switch (this) {
            case ONLY_A_PREAMBLE, NESTED_BY_LENGTH, PIXELS_OF_4_GB, ITEMS_WITHOUT_NUMBER, FRAGMENTS_THAT_DO_NOT_END -> true;
            default -> false;
        };
    }

    byte[] bytes() {
        return switch (this) {
            case EMPTY -> new byte[0];
            case TEXT -> "no image at all ".repeat(100).getBytes(StandardCharsets.US_ASCII);
            case ONLY_A_PREAMBLE -> RawFile.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, new byte[0]);
            case NESTED_5000_DEEP -> file(nested());
            case NESTED_BY_LENGTH -> file(nestedByLength());
            case VALUE_OF_4_GB -> file(elements().header(VALUE, "OB", FOUR_GB).raw(new byte[1024]));
            case UNKNOWN_OF_4_GB -> file(elements().header(VALUE, "UN", FOUR_GB).raw(new byte[1024]));
            case TEXT_OF_4_GB -> file(elements().header(VALUE, "UT", FOUR_GB).raw(new byte[1024]));
            case SEQUENCE_OF_4_GB -> file(elements().header(SEQUENCE, "SQ", FOUR_GB).raw(new byte[1024]));
            case PIXELS_OF_4_GB -> file(elements().header(PIXEL_DATA, "OW", FOUR_GB).raw(new byte[1024]));
            case ITEMS_WITHOUT_NUMBER -> file(elements().header(SEQUENCE, "SQ", RawElements.UNDEFINED).raw(items(8 * MEGABYTE)));
            case FRAGMENTS_THAT_DO_NOT_END -> file(elements().header(PIXEL_DATA, "OB", RawElements.UNDEFINED).item(0).item(FOUR_GB)
                    .raw(new byte[1024]));
            case DEFLATED_VALUE -> deflated(elements().header(VALUE, "OB", 1 << 30), new byte[MEGABYTE]);
            case DEFLATED_ITEMS -> deflated(elements().header(SEQUENCE, "SQ", RawElements.UNDEFINED), items(MEGABYTE));
        };
    }

    private static RawElements elements() {
        return new RawElements(Encoding.EXPLICIT, true).add(SampleDataSet.header());
    }

    private static byte[] file(RawElements elements) {
        return RawFile.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, elements.toByteArray());
    }

    private static RawElements nested() {
        RawElements elements = elements();
        for (int i = 0; i < 5000; i++) {
            elements.header(SEQUENCE, "SQ", RawElements.UNDEFINED).item(RawElements.UNDEFINED);
        }
        return elements;
    }

    /** So that a reader that copies each level has a copy for each. */
    private static RawElements nestedByLength() {
        byte[] inner = new byte[0];
        for (int depth = 0; depth < 200; depth++) {
            inner = new RawElements(Encoding.EXPLICIT, false).header(SEQUENCE, "SQ", inner.length + 8L).item(inner.length).raw(inner)
                    .toByteArray();
        }
        return elements().raw(inner);
    }

    private static byte[] items(int length) {
        ByteBuffer items = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (items.hasRemaining()) {
            items.putInt(0xe000fffe).putInt(0);
        }
        return items.array();
    }

    /** A gigabyte after the elements. */
    private static byte[] deflated(RawElements begin, byte[] megabyte) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(RawFile.deflated(begin.toByteArray()));
        byte[] piece = RawFile.deflated(megabyte);
        for (int i = 0; i < 1 << 10; i++) {
            stream.writeBytes(piece);
        }
        return RawFile.of(TransferSyntax.DEFLATED, stream.toByteArray());
    }
}
