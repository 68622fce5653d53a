package spine.dicom.bulk;

import java.io.IOException;
import java.util.Objects;
import spine.api.UnusableInputException;
import spine.dicom.PixelData;

/** Encapsulated pixel data in a file. */
final class FragmentedPixelData implements PixelData {
    private final BytesAt bytes;
    private final FragmentTable table;
    private final String name;

    FragmentedPixelData(BytesAt bytes, FragmentTable table, String name) {
        this.bytes = bytes;
        this.table = table;
        this.name = name;
    }

    @Override
    public boolean isEncapsulated() {
        return true;
    }

    @Override
    public int fragments() {
        return table.lengths().length;
    }

    @Override
    public long length(int fragment) {
        return table.lengths()[fragment];
    }

    @Override
    public byte[] read(int fragment, long offset, int length) throws UnusableInputException, IOException {
        Objects.checkFromIndexSize(offset, length, length(fragment));
        return PixelDataInFile.demand(bytes, table.offsets()[fragment] + offset, length, name);
    }

    @Override
    public long[] offsetTable() {
        return table.frameOffsets();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
