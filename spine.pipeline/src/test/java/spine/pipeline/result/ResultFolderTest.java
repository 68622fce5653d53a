package spine.pipeline.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spine.api.service.ExistingResult;
import spine.api.service.ExistingResult.State;
import spine.common.file.AtomicFolder;

class ResultFolderTest {
    private static final ResultOrigin FIRST = origin("input", "index sparcc 1.0.0");
    private static final ResultOrigin NEWER = origin("input", "index sparcc 1.1.0");

    @TempDir
    private Path temp;

    @Test
    void nothingIsThereAtFirst() throws Exception {
        assertEquals(new ExistingResult(State.NONE, ""), folder(FIRST, false).existing());
        Files.createDirectory(temp.resolve("1.2"));
        assertEquals(State.NONE, folder(FIRST, false).existing().state());
    }

    @Test
    void theSameOriginIsKnownAgain() throws Exception {
        write(folder(FIRST, false), "7");
        assertEquals(new ExistingResult(State.CURRENT, ""), folder(FIRST, false).existing());
        assertEquals("7", Files.readString(temp.resolve("1.2/scores.csv")));
    }

    @Test
    void anotherOriginSaysWhatDiffers() throws Exception {
        write(folder(FIRST, false), "7");
        assertEquals(new ExistingResult(State.OUTDATED, "It was made by index sparcc 1.0.0, now it is index sparcc 1.1.0."),
                folder(NEWER, false).existing());
        assertEquals("The files of the study are not known to be the same.", folder(origin("other", "p"), false).existing().reason());
        assertEquals("The files of the study are not known to be the same.",
                folder(ResultOrigin.unknown("1.2"), false).existing().reason());
    }

    @Test
    void anUnchangedResultIsReplaced() throws Exception {
        write(folder(FIRST, false), "7");
        Files.writeString(temp.resolve("1.2/.DS_Store"), "a view of the folder");
        write(folder(NEWER, false), "8");
        assertEquals("8", Files.readString(temp.resolve("1.2/scores.csv")));
        assertEquals(List.of("1.2"), names());
    }

    @Test
    void aResultThatAPersonCorrectedIsNotScoredAway() throws Exception {
        write(folder(ResultOrigin.unknown("1.2"), false), "6");
        assertEquals(new ExistingResult(State.CHANGED, "It is a result that a person has corrected, or of another program."),
                folder(FIRST, false).existing());
        assertThrows(FileAlreadyExistsException.class, () -> write(folder(FIRST, false), "7"));
        write(folder(FIRST, true), "7");
        assertEquals(List.of("1.2", "1.2.kept-1"), names());
        assertEquals("6", Files.readString(temp.resolve("1.2.kept-1/scores.csv")));
    }

    @Test
    void whatAPersonChangedStays() throws Exception {
        write(folder(FIRST, false), "7");
        Files.writeString(temp.resolve("1.2/scores.csv"), "6");
        assertEquals(new ExistingResult(State.CURRENT, "scores.csv was changed since it was written."), folder(FIRST, false).existing());
        assertEquals(new ExistingResult(State.CHANGED, "scores.csv was changed since it was written."), folder(NEWER, false).existing());
        FileAlreadyExistsException refused = assertThrows(FileAlreadyExistsException.class, () -> write(folder(NEWER, false), "8"));
        assertEquals("scores.csv was changed since it was written.", refused.getReason());
        assertThrows(FileAlreadyExistsException.class, folder(FIRST, false)::requireReplaceable);
        assertEquals("6", Files.readString(temp.resolve("1.2/scores.csv")));
    }

    /** Otherwise it would pass for a result of other settings, and be replaced. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"input|other input", "1.0.0|1.1.0", "{|{ \"note\": \"mine\","})
    void aManifestThatWasChangedIsKept(String from, String to) throws Exception {
        write(folder(FIRST, false), "7");
        Path manifest = temp.resolve("1.2/manifest.json");
        String changed = Files.readString(manifest).replace(from, to);
        Files.writeString(manifest, changed);
        assertThrows(FileAlreadyExistsException.class, () -> write(folder(FIRST, false), "8"));
        assertEquals("manifest.json was changed since it was written.", folder(FIRST, false).existing().reason());
        write(folder(FIRST, true), "8");
        assertEquals(changed, Files.readString(temp.resolve("1.2.kept-1/manifest.json")));
    }

    @Test
    void aManifestOfBeforeThereWasADigestCounts() throws Exception {
        write(folder(FIRST, false), "7");
        Path manifest = temp.resolve("1.2/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst(",\\s*\"sha256\" : \"[0-9a-f]{64}\"", ""));
        assertEquals(new ExistingResult(State.CURRENT, ""), folder(FIRST, false).existing());
    }

    @Test
    void aFileInPlaceOfAResultIsReplacedOnDemandAndKept() throws Exception {
        Files.writeString(temp.resolve("1.2"), "mine");
        assertEquals(new ExistingResult(State.CHANGED, "It is a file, and no folder of a result."), folder(FIRST, false).existing());
        assertThrows(IOException.class, () -> write(folder(FIRST, false), "8"));
        assertEquals("mine", Files.readString(temp.resolve("1.2")));
        write(folder(FIRST, true), "8");
        assertEquals("8", Files.readString(temp.resolve("1.2/scores.csv")));
        assertEquals("mine", Files.readString(temp.resolve("1.2.kept-1")));
    }

    @Test
    void whatWasAddedOrRemovedCountsAsChanged() throws Exception {
        write(folder(FIRST, false), "7");
        Files.writeString(Files.createDirectory(temp.resolve("1.2/mine")).resolve("note.txt"), "seen by two readers");
        assertEquals("mine/note.txt was added to it.", folder(NEWER, false).existing().reason());
        Files.delete(temp.resolve("1.2/mine/note.txt"));
        Files.delete(temp.resolve("1.2/scores.csv"));
        assertEquals("scores.csv was removed from it.", folder(NEWER, false).existing().reason());
    }

    @Test
    void overwritingKeepsBesideWhatAPersonChanged() throws Exception {
        write(folder(FIRST, false), "7");
        Files.writeString(temp.resolve("1.2/scores.csv"), "6");
        write(folder(NEWER, true), "8");
        assertEquals("8", Files.readString(temp.resolve("1.2/scores.csv")));
        assertEquals("6", Files.readString(temp.resolve("1.2.kept-1/scores.csv")));
        write(folder(FIRST, true), "9");
        assertEquals(List.of("1.2", "1.2.kept-1"), names(), "an unchanged result is not worth keeping");
        Files.delete(temp.resolve("1.2/manifest.json"));
        write(folder(FIRST, true), "10");
        assertEquals("9", Files.readString(temp.resolve("1.2.kept-2/scores.csv")));
    }

    @Test
    void whatIsNoResultStays() throws Exception {
        Files.writeString(Files.createDirectory(temp.resolve("1.2")).resolve("thesis.txt"), "chapter 1");
        ExistingResult existing = folder(FIRST, false).existing();
        assertEquals(State.CHANGED, existing.state());
        assertTrue(existing.reason().contains("manifest.json"), existing.reason());
        Files.writeString(temp.resolve("1.2/manifest.json"), "{}");
        assertEquals(State.CHANGED, folder(FIRST, false).existing().state());
        assertThrows(FileAlreadyExistsException.class, () -> write(folder(FIRST, false), "7"));
        assertFalse(Files.exists(temp.resolve("1.2/scores.csv")));
    }

    @Test
    void aResultWithoutASpineIsKnownAgain() throws Exception {
        try (AtomicFolder fresh = folder(FIRST, false).begin()) {
            Files.writeString(fresh.staging().resolve("scores.csv"), "");
            folder(FIRST, false).publish(fresh, List.of("sparcc"), Optional.of("A head."));
        }
        assertEquals(new ExistingResult(State.CURRENT, "", Optional.of("A head.")), folder(FIRST, false).existing());
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsReplaced() throws Exception {
        write(folder(FIRST, false), "7");
        Path disk = Files.move(temp.resolve("1.2"), Files.createDirectory(temp.resolve("disk")).resolve("results"));
        Files.createSymbolicLink(temp.resolve("1.2"), disk);
        assertEquals(new ExistingResult(State.CURRENT, ""), folder(FIRST, false).existing());
        write(folder(NEWER, false), "8");
        assertTrue(Files.isSymbolicLink(temp.resolve("1.2")));
        assertEquals("8", Files.readString(disk.resolve("scores.csv")));
        assertEquals(List.of("1.2", "disk"), names());
    }

    @Test
    void theInputIsKnownByItsContent() throws Exception {
        Path one = Files.writeString(temp.resolve("one"), "1");
        Path two = Files.writeString(temp.resolve("two"), "2");
        Path result = Files.writeString(Files.createDirectory(temp.resolve("result")).resolve("mask.dcm"), "mask");
        String digest = InputDigest.of(List.of(one, two), result.getParent());
        assertEquals(digest, InputDigest.of(List.of(two, result, Files.move(one, temp.resolve("moved"))), result.getParent()));
        assertEquals("", InputDigest.of(List.of(), temp));
    }

    private ResultFolder folder(ResultOrigin origin, boolean overwrite) {
        return new ResultFolder(temp.resolve("1.2"), origin, overwrite);
    }

    private static ResultOrigin origin(String input, String part) {
        return new ResultOrigin("1.2", input, List.of("platform", part), "settings", "", List.of("sparcc"), List.of("csv"));
    }

    private static void write(ResultFolder folder, String scores) throws IOException {
        try (AtomicFolder fresh = folder.begin()) {
            Files.writeString(fresh.staging().resolve("scores.csv"), scores);
            folder.publish(fresh, List.of("sparcc"), Optional.empty());
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(temp)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
