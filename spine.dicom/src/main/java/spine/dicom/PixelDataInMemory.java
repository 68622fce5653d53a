package spine.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Pixel data of an element, for a codec that reads whole files. */
final class PixelDataInMemory implements PixelData {
    private final DicomElement element;

    /** @param element without items */
    PixelDataInMemory(DicomElement element) {
        this.element = element;
    }

    @Override
    public boolean isEncapsulated() {
        return element.fragments() != null;
    }

    @Override
    public int fragments() {
        return isEncapsulated() ? Math.max(0, element.fragments().size() - 1) : 1;
    }

    @Override
    public long length(int fragment) {
        return bytes(fragment).length;
    }

    @Override
    public byte[] read(int fragment, long offset, int length) {
        byte[] all = bytes(fragment);
        Objects.checkFromIndexSize(offset, length, all.length);
        return Arrays.copyOfRange(all, (int) offset, (int) offset + length);
    }

    @Override
    public long[] offsetTable() {
        List<byte[]> fragments = element.fragments();
        if (fragments == null || fragments.isEmpty()) {
            return new long[0];
        }
        ByteBuffer table = ByteBuffer.wrap(fragments.get(0)).order(ByteOrder.LITTLE_ENDIAN);
        long[] offsets = new long[table.remaining() / Integer.BYTES];
        Arrays.setAll(offsets, i -> Integer.toUnsignedLong(table.getInt()));
        return offsets;
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private byte[] bytes(int fragment) {
        return isEncapsulated() ? element.fragments().get(fragment + 1) : Objects.requireNonNullElse(element.bytes(), new byte[0]);
    }
}
