package spine.dicom.internal.vr;

/** Reverses the byte order of numbers. */
public final class ByteOrders {

    private ByteOrders() {
    }

    /** In place; bytes after the last whole word stay as they are. */
    public static void swap(byte[] bytes, int wordSize) {
        if (wordSize == 1) {
            return;
        }
        for (int word = 0; word + wordSize <= bytes.length; word += wordSize) {
            for (int i = word, j = word + wordSize - 1; i < j; i++, j--) {
                byte kept = bytes[i];
                bytes[i] = bytes[j];
                bytes[j] = kept;
            }
        }
    }
}
