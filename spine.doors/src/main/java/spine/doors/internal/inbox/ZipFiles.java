package spine.doors.internal.inbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import spine.common.file.LimitedInput;

/** Those of a zip. Each is unpacked for as long as it is needed, to a name that is not its own. */
final class ZipFiles implements DroppedFiles {
    private final Path zip;
    private final Path unpacking;
    private final InboxLimits limits;

    /** @param unpacking folder for one file at a time */
    ZipFiles(Path zip, Path unpacking, InboxLimits limits) {
        this.zip = zip;
        this.unpacking = unpacking;
        this.limits = limits;
    }

    @Override
    public void show(Visitor visitor) throws EntryRefusedException, IOException {
        ZipDirectory.check(zip, limits.files());
        try (ZipFile open = open()) {
            List<? extends ZipEntry> files = Collections.list(open.entries()).stream().filter(entry -> !entry.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName)).toList();
            check(open, files);
            for (ZipEntry file : files) {
                show(open, file, visitor);
            }
        }
    }

    /** Names without a mark of UTF-8 are of some code page; that of Latin takes all bytes, and they serve messages alone. */
    private ZipFile open() throws EntryRefusedException, IOException {
        try {
            return new ZipFile(zip.toFile(), StandardCharsets.ISO_8859_1);
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new EntryRefusedException(ZipDirectory.DAMAGED);
        }
    }

    /** By what the zip says of itself, before anything is unpacked; what unpacks to more than it says is damaged. */
    private void check(ZipFile open, List<? extends ZipEntry> files) throws EntryRefusedException {
        if (open.size() > limits.files()) {
            throw new EntryRefusedException("It has more than " + limits.files() + " files.");
        }
        long left = limits.zipBytes();
        for (ZipEntry file : files) {
            if (leadsOut(file.getName())) {
                throw new EntryRefusedException("It has a file whose name leads out of it.");
            }
            left -= Math.max(0, file.getSize());
            if (left < 0) {
                throw new EntryRefusedException("It unpacks to more than " + (limits.zipBytes() >> 20) + " MB.");
            }
        }
    }

    private static boolean leadsOut(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/") || path.matches("[A-Za-z]:.*") || List.of(path.split("/")).contains("..");
    }

    private void show(ZipFile open, ZipEntry entry, Visitor visitor) throws IOException {
        if (entry.getSize() > limits.objectBytes()) {
            visitor.leftOut(entry.getName(), FolderFiles.tooLarge(limits));
            return;
        }
        Path file = unpacking.resolve("file");
        try {
            if (unpack(open, entry, file)) {
                visitor.file(entry.getName(), file);
            } else {
                visitor.leftOut(entry.getName(), "it is damaged, encrypted or compressed in an unknown way");
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * @return whether it could be read
     * @throws IOException if it could not be written
     */
    private boolean unpack(ZipFile open, ZipEntry entry, Path file) throws IOException {
        try (InputStream in = new LimitedInput(open.getInputStream(entry), entry.getSize(),
                () -> new ZipException("more inflated data than announced"))) {
            return Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING) == entry.getSize();
        } catch (ZipException | EOFException damaged) {
            return false;
        }
    }
}
