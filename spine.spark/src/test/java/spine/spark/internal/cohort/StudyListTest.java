package spine.spark.internal.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.app.embedded.RefusedException;
import spine.app.embedded.StudyFiles;

class StudyListTest {
    @TempDir
    Path folder;

    @Test
    void aFolderIsSearchedAsAWhole() throws Exception {
        assertEquals(new StudyList(List.of(folder), List.of()), StudyList.of(folder));
    }

    @Test
    void linesAreRelativeToTheList() throws Exception {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path other = Files.createDirectories(folder.resolve("a/b"));
        Path list = Files.write(folder.resolve("list"), List.of("# studies", "one", "", " a/../a/b ", other.toString(), "gone"));
        StudyList read = StudyList.of(list);
        assertEquals(new StudyList(List.of(one, other), List.of(folder.resolve("gone"))), read);
        assertEquals(List.of(new FailedStudy("", folder + "/gone", folder + "/gone does not exist."),
                new FailedStudy("", other.toString(), other + " holds no study with MR images.")),
                read.without(List.of(new StudyFiles("1.2", one.toString(), List.of(one + "/image")))).toList());
    }

    @Test
    void aListFromWindowsWithSpacesAndTheSameFolderTwiceIsRead() throws Exception {
        Path one = Files.createDirectory(folder.resolve("study one"));
        Path list = Files.writeString(folder.resolve("list"), "\uFEFFstudy one\r\n./study one/\r\ngone\r\n" + one + "\r\ngone");
        assertEquals(new StudyList(List.of(one), List.of(folder.resolve("gone"))), StudyList.of(list));
    }

    @Test
    void whatIsNoListIsRefused() throws Exception {
        assertEquals(folder.resolve("gone") + " does not exist.", refusal(folder.resolve("gone")));
        Path image = Files.write(folder.resolve("image"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertEquals(image + " is neither a folder nor a list of folders in UTF-8.", refusal(image));
        Path binary = Files.write(folder.resolve("binary"), new byte[200]);
        assertEquals(binary + " is neither a folder nor a list of folders in UTF-8.", refusal(binary));
        assertEquals("/dev/zero is too long for a list of folders: it has more than 16777216 bytes.", refusal(Path.of("/dev/zero")));
        Path empty = Files.writeString(folder.resolve("empty"), "# nothing\ngone\n");
        assertEquals(empty + " lists no folder that exists.", refusal(empty));
    }

    private static String refusal(Path source) {
        return assertThrows(RefusedException.class, () -> StudyList.of(source)).getMessage();
    }
}
