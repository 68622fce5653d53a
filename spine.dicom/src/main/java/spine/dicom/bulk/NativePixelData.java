package spine.dicom.bulk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipException;
import spine.api.UnusableInputException;
import spine.dicom.PixelData;
import spine.dicom.internal.vr.ByteOrders;

/** Native pixel data in a file, in either byte order. */
final class NativePixelData implements PixelData {
    private final BytesAt bytes;
    private final PixelPlace place;
    private final String name;

    NativePixelData(BytesAt bytes, PixelPlace place, String name) {
        this.bytes = bytes;
        this.place = place;
        this.name = name;
    }

    @Override
    public boolean isEncapsulated() {
        return false;
    }

    @Override
    public int fragments() {
        return 1;
    }

    @Override
    public long length(int fragment) {
        return place.length();
    }

    @Override
    public byte[] read(int fragment, long offset, int length) throws UnusableInputException, IOException {
        Objects.checkFromIndexSize(offset, length, place.length());
        int word = place.wordSize();
        long first = offset - offset % word;
        int before = (int) (offset - first);
        int after = (int) Math.min(place.length() - offset - length, (word - (before + length) % word) % word);
        byte[] read = inflated(place.offset() + first, before + length + after);
        ByteOrders.swap(read, word);
        return before + after == 0 ? read : Arrays.copyOfRange(read, before, before + length);
    }

    private byte[] inflated(long position, int length) throws UnusableInputException, IOException {
        try {
            return PixelDataInFile.demand(bytes, position, length, name);
        } catch (ZipException damaged) {
            throw new UnusableInputException(name + " is damaged or too large: its deflated part cannot be read", damaged);
        }
    }

    @Override
    public long[] offsetTable() {
        return new long[0];
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
