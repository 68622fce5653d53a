package spine.deploy.internal.archive;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import spine.deploy.internal.Rejection;

/** Sound archives pass, each kind of archive that readers could read in two ways is refused by its own sentence. */
class ArchiveValidatorTest {
    private static final byte[] CODE = "the code of a class, the code of a class".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path work;

    @TestFactory
    Stream<DynamicTest> hostileArchivesAreRefused() {
        Map<String, Supplier<RawZip>> hostile = new TreeMap<>();
        hostile.put("Its entry acme/Hidden.class/ is a folder with content, which the framework would load all the same.",
                () -> sound().stored("acme/Hidden.class/", CODE, List.of()));
        hostile.put("Its entry acme/Packed.class/ is a folder with content, which the framework would load all the same.",
                () -> sound().deflated("acme/Packed.class/", CODE, List.of()));
        hostile.put("Its entry acme/Lying.class/ is a folder with content, which the framework would load all the same.",
                () -> sound().deflated("acme/Lying.class/", CODE, List.of(p -> p.size = 0, p -> p.localSize = 0)));
        hostile.put("It has two entries named acme/A.class.", () -> sound().stored("acme/A.class", CODE, List.of()));
        hostile.put("It has two entries named acme/A.class/.", () -> sound().stored("acme/A.class/", new byte[0], List.of()));
        hostile.put("Its entry META-INF/Manifest.mf is one that Java takes for another name and the framework does not.",
                () -> two("META-INF/MANIFEST.MF", "META-INF/Manifest.mf"));
        hostile.put("It has two entries named META-INF/spine.sf.", () -> two("META-INF/SPINE.SF", "META-INF/spine.sf"));
        for (String name : List.of("META-INF/manifest.mf", "meta-inf/MANIFEST.MF", "Meta-Inf/SPINE.SF", "META-inf/")) {
            hostile.put("Its entry " + name + " is one that Java takes for another name and the framework does not.",
                    () -> sound().stored(name, new byte[0], List.of()));
        }
        for (String name : List.of("../a", "a/../b", "/a", "a//b", "./a", "a/./b", "a\\b", "", "//")) {
            hostile.put("It has an entry with the unsafe name '" + name + "'.", () -> sound().stored(name, CODE, List.of()));
        }
        hostile.put("It has an entry with the unsafe name 'a\\u0000b'.", () -> sound().stored("a\0b", CODE, List.of()));
        hostile.put("It has an entry with the unsafe name 'a\\u001b[2Jb'.", () -> sound().stored("a\u001b[2Jb", CODE, List.of()));
        hostile.put("Its entry x has a header that says otherwise than the list of entries.", () -> with(p -> p.localName = "y"));
        hostile.put("Its entry n has a header that says otherwise than the list of entries.", () -> one("n", p -> p.localName = "nn"));
        hostile.put("Its entry m has a header that says otherwise than the list of entries.", () -> one("m", p -> p.localMethod = 0));
        hostile.put("Its entry c has a header that says otherwise than the list of entries.", () -> one("c", p -> p.localCrc++));
        hostile.put("Its entry s has a header that says otherwise than the list of entries.", () -> one("s", p -> p.localSize++));
        hostile.put("Its entry p has a header that says otherwise than the list of entries.", () -> one("p", p -> p.localPacked--));
        hostile.put("Its entry f has a header that says otherwise than the list of entries.", () -> one("f", p -> p.localFlags = 8));
        hostile.put("Its entry e is encrypted or in another form that Java does not read.", () -> one("e", p -> p.flags = 1));
        hostile.put("Its entry z is compressed in a way that Java does not read.", () -> one("z", p -> p.method = 12));
        hostile.put("Its entry long does not unpack to what its header says.", () -> one("long", p -> {
            p.size++;
            p.localSize++;
        }));
        hostile.put("Its entry short does not unpack to what its header says.", () -> one("short", p -> {
            p.size--;
            p.localSize--;
        }));
        hostile.put("Its entry sum does not unpack to what its header says.", () -> one("sum", p -> {
            p.crc++;
            p.localCrc++;
        }));
        hostile.put("Its entry tail does not unpack to what its header says.", () -> one("tail", p -> {
            p.bytes = Arrays.copyOf(p.bytes, p.bytes.length + 5);
            p.packed += 5;
            p.localPacked += 5;
        }));
        hostile.put("It has 4 bytes before its entry acme/A.class that belong to no entry.",
                () -> new RawZip().stored("first", CODE, List.of(p -> p.behind = new byte[4])).stored("acme/A.class", CODE, List.of()));
        hostile.put("It has 7 bytes behind its last entry that belong to no entry.", () -> sound().beforeList("#!/bin/"));
        hostile.put("It has 9 bytes before its entry acme/A.class that belong to no entry.", () -> sound().prefix("#!/bin/sh"));
        hostile.put("Its entry first overlaps what lies behind it.", () -> new RawZip().stored("first", CODE, List.of())
                .stored("second", CODE, List.of(p -> p.offsetAdded = -10)));
        hostile.put("Its entry wide overlaps what lies behind it.", () -> new RawZip().stored("wide", CODE, List.of(p -> {
            p.packed += 9;
            p.localPacked += 9;
        })).stored("next", CODE, List.of()));
        hostile.put("Behind its entry d lie bytes that say otherwise than the list of entries.", () -> one("d", p -> {
            p.flags |= 8;
            p.localFlags |= 8;
            p.behind = RawZip.descriptor(p);
            p.behind[5]++;
        }));
        hostile.put("It has bytes behind its end, such as a comment, which are not accepted.", () -> sound().comment(CODE));
        hostile.put("Its list of entries does not lie where the end of the zip file says, as in a file with another one before it.",
                () -> sound().comment(sound().bytes()));
        hostile.put("It is not a complete zip file: its list of entries is damaged.", () -> sound().numberAdded(1));
        return hostile.entrySet().stream().map(kind -> DynamicTest.dynamicTest(kind.getKey(),
                () -> assertEquals(kind.getKey(), refusal(kind.getValue().get().bytes()))));
    }

    @Test
    void soundArchivesPass() {
        RawZip open = sound().deflated("acme/", new byte[0], List.of()).deflated("acme/Ärzte.txt", CODE, List.of(p -> {
            p.flags |= 8;
            p.localFlags |= 8;
            p.localCrc = 0;
            p.localSize = 0;
            p.localPacked = 0;
            p.behind = RawZip.descriptor(p);
        }));
        for (RawZip zip : List.of(new RawZip(), sound(), open)) {
            assertDoesNotThrow(() -> new ArchiveValidator(64).check(ByteBuffer.wrap(zip.bytes())));
        }
    }

    /**
     * Whatever is changed in a sound archive: it is refused, or whoever asks the list of entries reads what one reads from the beginning.
     */
    @Test
    void whatPassesIsReadAlikeFromBothEnds() throws Exception {
        byte[] sound = sound().deflated("META-INF/MANIFEST.MF", CODE, List.of()).stored("b/", new byte[0], List.of()).bytes();
        Random random = new Random(19);
        int passed = 0;
        for (int at = 0; at < sound.length; at++) {
            for (byte[] changed : List.of(replaced(sound, at, (byte) (sound[at] ^ 1 << random.nextInt(8))), replaced(sound, at, (byte) 0),
                    replaced(sound, at, (byte) '/'), replaced(sound, at, (byte) random.nextInt()), inserted(sound, at, random.nextInt()),
                    Arrays.copyOf(sound, at), without(sound, at))) {
                if (!Arrays.equals(sound, changed) && refusal(changed).isEmpty()) {
                    assertEquals(listed(changed), streamed(changed));
                    passed++;
                }
            }
        }
        assertTrue(passed > 0 && passed < 500, passed + " passed, those with another time or another letter in a name");
    }

    private static RawZip sound() {
        return new RawZip().deflated("acme/A.class", CODE, List.of());
    }

    private static RawZip two(String first, String second) {
        return new RawZip().stored(first, CODE, List.of()).stored(second, CODE, List.of());
    }

    private static RawZip with(Consumer<RawZip.Part> fault) {
        return sound().deflated("x", CODE, List.of(fault));
    }

    private static RawZip one(String name, Consumer<RawZip.Part> fault) {
        return new RawZip().deflated(name, CODE, List.of(fault));
    }

    private static String refusal(byte[] zip) {
        try {
            new ArchiveValidator(64).check(ByteBuffer.wrap(zip));
            return "";
        } catch (Rejection e) {
            return e.getMessage();
        }
    }

    private static List<String> listed(byte[] zip) throws IOException {
        List<String> entries = new ArrayList<>();
        try (ZipFile file = new ZipFile(Files.write(work.resolve("a.zip"), zip).toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                entries.add(entry.getName() + Arrays.hashCode(file.getInputStream(entry).readAllBytes()));
            }
        }
        return entries;
    }

    private static List<String> streamed(byte[] zip) throws IOException {
        List<String> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(entry.getName() + Arrays.hashCode(in.readAllBytes()));
            }
        }
        return entries;
    }

    private static byte[] replaced(byte[] bytes, int at, byte by) {
        byte[] changed = bytes.clone();
        changed[at] = by;
        return changed;
    }

    private static byte[] inserted(byte[] bytes, int at, int what) {
        return ByteBuffer.allocate(bytes.length + 1).put(bytes, 0, at).put((byte) what).put(bytes, at, bytes.length - at).array();
    }

    private static byte[] without(byte[] bytes, int at) {
        return ByteBuffer.allocate(bytes.length - 1).put(bytes, 0, at).put(bytes, at + 1, bytes.length - at - 1).array();
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThrows(Rejection.class, () -> new ArchiveValidator(64).check(ByteBuffer.allocate(0)));
    }
}
