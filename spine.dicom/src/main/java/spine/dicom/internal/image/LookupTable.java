package spine.dicom.internal.image;

import java.util.Optional;

/** A modality LUT (PS3.3 C.11.1.1): values below the first entry get that one, values above the last the last. */
final class LookupTable {
    private static final int FULL = 65536;

    private final int first;
    private final int[] entries;

    private LookupTable(int first, int[] entries) {
        this.first = first;
        this.entries = entries;
    }

    /**
     * @param descriptor number of entries (0 stands for 65536), first stored value, bits of an entry
     * @param data little endian, a byte or two for an entry
     * @return empty if this is no table
     */
    static Optional<LookupTable> of(double[] descriptor, byte[] data, boolean signed) {
        if (descriptor.length != 3 || Double.isNaN(descriptor[0] + descriptor[1])) {
            return Optional.empty();
        }
        int count = ((int) descriptor[0] & 0xffff) == 0 ? FULL : (int) descriptor[0] & 0xffff;
        // The descriptor may come as US although the pixels are signed.
        int first = signed ? (short) descriptor[1] : (int) descriptor[1] & 0xffff;
        boolean wide = data.length >= 2 * count;
        if (data.length < count) {
            return Optional.empty();
        }
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = wide ? data[2 * i] & 0xff | (data[2 * i + 1] & 0xff) << 8 : data[i] & 0xff;
        }
        return Optional.of(new LookupTable(first, entries));
    }

    int at(int stored) {
        return entries[Math.max(0, Math.min(entries.length - 1, stored - first))];
    }
}
