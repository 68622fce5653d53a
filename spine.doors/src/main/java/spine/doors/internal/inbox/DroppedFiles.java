package spine.doors.internal.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The files of one entry of the inbox. */
interface DroppedFiles {
    /** Where the word DICM of a file in the DICOM file format ends (PS3.10 7.1). */
    int DICOM_HEAD = 132;

    /**
     * Shows all files, one after the other, in an order of their names.
     *
     * @throws EntryRefusedException if nothing of the entry may be taken; it is said before any file is shown where that is possible
     * @throws IOException if the platform cannot go on, such as on a full disk
     */
    void show(Visitor visitor) throws EntryRefusedException, IOException;

    /** Sees the files. */
    interface Visitor {

        /**
         * @param name relative to the entry, for people
         * @param file no longer there when this has returned, where it had to be unpacked
         */
        void file(String name, Path file) throws IOException;

        /** @param reason a phrase in which the file is "it" */
        void leftOut(String name, String reason);
    }

    /**
     * @param unpacking folder in which one file at a time is unpacked
     * @throws EntryRefusedException if it is neither folder nor file, or cannot be read
     * @throws NoSuchFileException if it is not there any more
     */
    static DroppedFiles of(Path entry, Path unpacking, InboxLimits limits) throws EntryRefusedException, IOException {
        BasicFileAttributes kind = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (kind.isDirectory()) {
            return new FolderFiles(entry, limits);
        }
        if (!kind.isRegularFile()) {
            throw new EntryRefusedException(kind.isSymbolicLink() ? "It is a link, and links are not followed."
                    : "It is neither a folder nor a file.");
        }
        if (isZip(read(entry))) {
            return new ZipFiles(entry, unpacking, limits);
        }
        return visitor -> showOne(entry, kind.size(), limits, visitor);
    }

    private static void showOne(Path entry, long size, InboxLimits limits, Visitor visitor) throws IOException {
        String name = entry.getFileName().toString();
        if (size > limits.objectBytes()) {
            visitor.leftOut(name, FolderFiles.tooLarge(limits));
        } else {
            visitor.file(name, entry);
        }
    }

    private static ByteBuffer read(Path file) throws EntryRefusedException, IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return ByteBuffer.wrap(in.readNBytes(DICOM_HEAD));
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException unreadable) {
            throw new EntryRefusedException("It cannot be read.");
        }
    }

    /** By its first bytes, also an empty one; a DICOM file may have anything there. */
    private static boolean isZip(ByteBuffer head) {
        boolean zip = head.limit() >= 4 && (head.getInt(0) == 0x504b0304 || head.getInt(0) == 0x504b0506);
        return zip && !(head.limit() == DICOM_HEAD && head.getInt(DICOM_HEAD - 4) == 0x4449434d);
    }
}
