package spine.deploy.internal.archive;

/**
 * An entry as the central directory of a zip file describes it.
 *
 * @param flags general purpose bits (APPNOTE.TXT 4.4.4)
 * @param method 0 is stored, 8 is deflated
 * @param crc CRC-32 of the content
 * @param compressed bytes in the file
 * @param size bytes of the content
 * @param offset of the local header, from the beginning of the file
 */
record ArchiveEntry(String name, int flags, int method, long crc, long compressed, long size, long offset) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    /** The local header leaves CRC and sizes to a descriptor behind the content. */
    static final int DESCRIPTOR = 1 << 3;

    boolean isFolder() {
        return name.endsWith("/");
    }

    boolean hasDescriptor() {
        return (flags & DESCRIPTOR) != 0;
    }
}
