package spine.app.internal.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.common.file.AtomicFolder;

class ResultFoldersTest {
    @TempDir
    private Path out;

    @Test
    void aUidIsTheName() {
        assertEquals(out.resolve("1.2.840.113619"), ResultFolders.of(out, "1.2.840.113619"));
    }

    /** What broken files have in place of a UID: of any length, in any script, and made to meet another one or to lead elsewhere. */
    @Test
    void everyStudyHasAFolderOfItsOwnInTheFolderOfResults() throws IOException {
        List<String> studies = new ArrayList<>(List.of("", ".", "..", "../..", "/etc/passwd", "a/b", "a_b", "a b", "a\\b", "A_B", "CON",
                "con", "nul.txt",
                "-rf", "--out", "1.2.", "1..2", ".1.2", "1.2 ", " 1.2", "1.2\n", "1.2\u0000", "\u001b[2J", "\u202e1.2", "\u0661.\u0662",
                        "scores.csv",
                ".spine.lock"));
        for (int length = 60; length <= 70; length++) {
            studies.add("1".repeat(length));
        }
        for (int length = 200; length <= 260; length += 7) {
            studies.addAll(List.of("1".repeat(length), "x".repeat(length), "\u65e5".repeat(length), "\ud83d\ude00".repeat(length / 2),
                    "1.".repeat(length)));
        }
        List<Path> folders = studies.stream().map(study -> ResultFolders.of(out, study)).toList();
        assertEquals(studies.size(), folders.stream().map(folder -> folder.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()).size());
        for (Path folder : folders) {
            assertEquals(out, folder.normalize().getParent());
            assertTrue(folder.getFileName().toString().getBytes(StandardCharsets.UTF_8).length <= 100, folder.toString());
            try (AtomicFolder result = AtomicFolder.create(folder)) {
                Files.createFile(result.staging().resolve("report.json"));
                result.publish();
            }
        }
    }
}
