package spine.common.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListingTest {
    @TempDir
    private Path folder;

    @Test
    void linksAreFollowedAndThoseThatLeadNowhereAreToldOf() throws Exception {
        Path b = Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("1"), "");
        Path a = Files.writeString(folder.resolve("a"), "");
        Files.createSymbolicLink(folder.resolve("b/up"), folder);
        Path linked = Files.createSymbolicLink(folder.resolve("c"), b);
        Path gone = Files.createSymbolicLink(folder.resolve("d"), folder.resolve("gone"));
        FileListing found = FileListing.below(folder);
        assertEquals(List.of(a, b, linked), found.files());
        assertEquals(Map.of(gone, gone + " is a link that leads nowhere."), found.hidden());
        assertEquals(List.of(a), FileListing.below(a).files());
        assertThrows(IOException.class, () -> FileListing.below(folder.resolve("none")));
    }

    /** By what a walk is told, since the administrator of a machine may enter every folder. */
    @Test
    void whatMayNotBeEnteredIsToldOf() throws Exception {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Path half = Files.createDirectory(folder.resolve("half"));
        FileListing.Visitor visitor = new FileListing.Visitor(folder);
        visitor.visitFileFailed(locked, new AccessDeniedException(locked.toString()));
        visitor.visitFileFailed(folder.resolve("file"), new AccessDeniedException("file"));
        visitor.visitFileFailed(folder.resolve("up"), new FileSystemLoopException("up"));
        visitor.postVisitDirectory(half, new IOException("Input/output error"));
        assertEquals(Map.of(locked, locked + " is a folder that this user may not enter.", folder.resolve("file"),
                folder.resolve("file") + " cannot be read.", half, half + " is a folder that cannot be listed to its end."),
                visitor.hidden());
        assertThrows(AccessDeniedException.class, () -> visitor.visitFileFailed(folder, new AccessDeniedException(folder.toString())));
    }
}
