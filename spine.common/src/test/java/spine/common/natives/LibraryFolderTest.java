package spine.common.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryFolderTest {
    private static final String NAME = "linux-x86_64/libx.so";

    @TempDir
    private Path folder;
    private Path library;
    private int read;

    @BeforeEach
    void unpack() throws IOException {
        library = Files.createDirectories(folder.resolve("linux-x86_64")).resolve("libx.so");
        Files.writeString(library, "machine code");
    }

    @Test
    void whatWasComparedIsNotReadAgain() throws IOException {
        assertEquals(List.of(), verify());
        assertEquals(List.of(), verify());
        assertEquals(1, read);
    }

    /** Cut, grown, swapped for another of its size, or never delivered. */
    @ParameterizedTest
    @ValueSource(strings = {"", "machine", "machine code and more", "evil    code"})
    void whatIsNotAsDeliveredIsDeleted(String content) throws IOException {
        Files.writeString(library, content);
        assertEquals(List.of(NAME), verify());
        Files.writeString(library, "machine code");
        assertEquals(List.of(), verify());
        Files.writeString(library, content + "!");
        assertEquals(List.of(NAME), verify(), "changed after it was compared");
    }

    @Test
    void whatWasNeverDeliveredIsDeleted() throws IOException {
        Files.writeString(library.resolveSibling("liby.so"), "foreign code");
        Files.createSymbolicLink(library.resolveSibling("libz.so"), Files.writeString(folder.resolveSibling("evil.so"), "machine code"));
        Files.createSymbolicLink(library.resolveSibling("libx.so.1"), library);
        assertEquals(List.of("linux-x86_64/liby.so", "linux-x86_64/libz.so"), verify());
        assertTrue(Files.exists(library.resolveSibling("libx.so.1")));
    }

    /** As JavaCPP names a variant of a library, and one for a second class loader. */
    @Test
    void aCopyUnderAnotherNameStaysIfItIsALibraryOfItsFolder() throws IOException {
        for (String name : List.of("libx_variant.so.0", "libx0.so", "libx1.so")) {
            Files.writeString(library.resolveSibling(name), "machine code");
        }
        assertEquals(List.of(), verify());
        assertEquals(List.of(), verify());
        assertEquals(1, read);
        Files.writeString(library.resolveSibling("libx1.so"), "evil    code");
        Files.writeString(Files.createDirectories(folder.resolve("linux-arm64")).resolve("libx.so"), "machine code");
        assertEquals(List.of("linux-arm64/libx.so", "linux-x86_64/libx1.so"), verify());
    }

    @Test
    void aLibraryMayNotTakeTheNameOfAnother() throws IOException {
        Files.writeString(library, "other code");
        assertEquals(List.of(NAME), verify());
    }

    @Test
    void nobodyElseMayEnter() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        new LibraryFolder(folder).makePrivate();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }

    private List<String> verify() throws IOException {
        return new LibraryFolder(folder).verify(libraries -> {
            read++;
            ByteArrayOutputStream jar = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(jar)) {
                out.putNextEntry(new ZipEntry("org/acme/linux-x86_64/libx.so"));
                out.write("machine code".getBytes());
                out.putNextEntry(new ZipEntry("org/acme/linux-x86_64/libother.so"));
                out.write("other code".getBytes());
            }
            libraries.compare(new ByteArrayInputStream(jar.toByteArray()));
        });
    }
}
