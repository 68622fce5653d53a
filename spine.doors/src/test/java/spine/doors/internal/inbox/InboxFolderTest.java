package spine.doors.internal.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.api.intake.IntakeException;
import spine.api.intake.StoredObject;
import spine.dicom.SopClass;
import spine.doors.internal.KeptObjects;
import spine.doors.internal.Samples;

@Timeout(60)
class InboxFolderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final InboxLimits LIMITS = new InboxLimits(50, 10 << 20, 2 << 20);

    private final KeptObjects kept = new KeptObjects();
    private long now;

    @TempDir
    private Path home;
    private Path inbox;
    private InboxFolder folder;

    @BeforeEach
    void prepare() throws IOException {
        inbox = home.resolve("inbox");
        folder = new InboxFolder(inbox, LIMITS, Duration.ofSeconds(5));
        folder.prepare();
    }

    @Test
    void aFolderBecomesAJobAndTheRestIsNamed() throws Exception {
        Path drop = Files.createDirectories(inbox.resolve("study 1/deep"));
        byte[] image = Samples.bytes("2.25.7", 1, SopClass.MR_IMAGE_STORAGE);
        Files.write(drop.resolve("1"), image);
        Files.write(drop.resolve("bare"), dataSet(Samples.bytes("2.25.7", 2, SopClass.MR_IMAGE_STORAGE)));
        Files.write(drop.resolve("cut.dcm"), Arrays.copyOf(image, 300));
        Files.writeString(drop.resolve("notes.txt"), "nothing for an archive, but longer than a preamble and its word");
        Files.createSymbolicLink(drop.resolve("link.dcm"), drop.resolve("1"));
        Files.createSymbolicLink(drop.resolve("up"), home);
        Files.write(drop.resolve("large.dcm"), new byte[(2 << 20) + 1]);
        assertEquals(0, new ProcessBuilder("mkfifo", drop.resolve("fifo").toString()).start().waitFor());
        settle();
        assertEquals(Set.of("2.25.7.1", "2.25.7.2"), kept.objects().keySet());
        assertEquals(List.of("2.25.7"), kept.complete());
        assertEquals(List.of("inbox", "inbox"), kept.senders());
        assertTrue(Files.isDirectory(inbox.resolve("done/study 1/deep")));
        assertEquals("""
                Taken: 2 objects of study 2.25.7; 1 file left out, not DICOM or DICOMDIR; 5 files left out, as below.
                deep/cut.dcm: it is damaged or incomplete: element (0020,000D) has a length of 7 bytes, but only 0 follow.
                deep/fifo: it is no file.
                deep/large.dcm: it is larger than 2 MB.
                deep/link.dcm: it is a link, and links are not followed.
                deep/up: it is a link, and links are not followed.
                """.lines().filter(line -> !line.contains("cut.dcm")).toList(),
                Files.readString(inbox.resolve("done/study 1.txt")).lines().filter(line -> !line.contains("cut.dcm")).toList());
    }

    @Test
    void aZipAndASingleFileAreTakenToo() throws Exception {
        zip("a.zip", "x/1.dcm", Samples.bytes("2.25.7", 1, SopClass.MR_IMAGE_STORAGE), "x/2", Samples.bytes("2.25.8", 2,
                SopClass.MR_IMAGE_STORAGE), "x/readme", new byte[200]);
        Files.write(inbox.resolve("b"), Samples.bytes("2.25.9", 1, SopClass.MR_IMAGE_STORAGE));
        settle();
        assertEquals(Set.of("2.25.7.1", "2.25.8.2", "2.25.9.1"), kept.objects().keySet());
        assertEquals(List.of("2.25.7", "2.25.8", "2.25.9"), kept.complete());
        assertEquals("Taken: 2 objects of 2 studies; 1 file left out, not DICOM or DICOMDIR.\nStudy 2.25.7.\nStudy 2.25.8.\n",
                Files.readString(inbox.resolve("done/a.zip.txt")));
        assertEquals("Taken: 1 object of study 2.25.9.\n", Files.readString(inbox.resolve("done/b.txt")));
        assertEquals(List.of("done", "failed"), names(inbox));
    }

    @Test
    void hostileEntriesAreRefused() throws Exception {
        byte[] image = Samples.bytes("2.25.7", 1, SopClass.MR_IMAGE_STORAGE);
        zip("climbs.zip", "ok.dcm", image, "../../conf/users.json", image);
        zip("rooted.zip", "ok.dcm", image, "/etc/passwd", image);
        zip("drive.zip", "ok.dcm", image, "C:\\x", image);
        zip("bomb.zip", "ok.dcm", image, "a", new byte[6 << 20], "b", new byte[6 << 20]);
        lie(zip("liar.zip", "a", new byte[1 << 20]), 1 << 20, 1000);
        lie(zip("modest.zip", "a", new byte[6 << 20], "b", new byte[6 << 20]), 6 << 20, 10);
        Path half = zip("half.zip", "a", new byte[5000], "b", image);
        Files.write(half, Arrays.copyOf(Files.readAllBytes(half), (int) Files.size(half) / 2));
        zip("many.zip", many(51));
        Files.write(inbox.resolve("empty.zip"), new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        longDirectory("long.zip");
        Path crowd = Files.createDirectory(inbox.resolve("crowd"));
        for (int i = 0; i <= 50; i++) {
            Files.createFile(crowd.resolve("f" + i));
        }
        Files.createSymbolicLink(inbox.resolve("link"), home);
        assertEquals(0, new ProcessBuilder("mkfifo", inbox.resolve("fifo").toString()).start().waitFor());
        settle();
        assertEquals(Set.of(), kept.objects().keySet());
        assertEquals(List.of("done", "failed"), names(inbox));
        assertEquals(List.of(), names(inbox.resolve("done")));
        assertFailed("climbs.zip", "It has a file whose name leads out of it. Nothing was taken.");
        assertFailed("rooted.zip", "It has a file whose name leads out of it. Nothing was taken.");
        assertFailed("drive.zip", "It has a file whose name leads out of it. Nothing was taken.");
        assertFailed("bomb.zip", "It unpacks to more than 10 MB. Nothing was taken.");
        assertFailed("liar.zip", "Nothing was taken; 1 file left out, as below.");
        assertFailed("modest.zip", "Nothing was taken; 2 files left out, as below.");
        assertFailed("half.zip", "It is a damaged or incomplete zip. Nothing was taken.");
        assertFailed("many.zip", "It has more than 50 files. Nothing was taken.");
        assertFailed("empty.zip", "Nothing was taken.");
        assertFailed("long.zip", "The list of its files is longer than that of 50 files. Nothing was taken.");
        assertFailed("crowd", "It has more than 50 files. Nothing was taken.");
        assertFailed("link", "It is a link, and links are not followed. Nothing was taken.");
        assertFailed("fifo", "It is neither a folder nor a file. Nothing was taken.");
    }

    @Test
    void whatStillGrowsIsWaitedFor() throws Exception {
        Path drop = Files.createDirectory(inbox.resolve("slow"));
        for (int i = 1; i <= 4; i++) {
            Samples.image(drop, "2.25.7", i);
            look(4);
        }
        assertEquals(0, kept.objects().size());
        look(6);
        assertEquals(4, kept.objects().size());
    }

    /** It is complete only when nothing came while it was taken. */
    @Test
    void whatGrowsWhileItIsTakenIsNotComplete() throws Exception {
        Path drop = Files.createDirectory(inbox.resolve("slow"));
        Samples.image(drop, "2.25.7", 1);
        KeptObjects growing = new KeptObjects() {
            @Override
            public StoredObject store(InputStream file, String sender) throws IOException {
                StoredObject stored = super.store(file, sender);
                if (!Files.exists(drop.resolve("2.dcm"))) {
                    Samples.image(drop, "2.25.7", 2);
                }
                return stored;
            }
        };
        folder.look(now, growing, new Cancellation());
        folder.look(now += 6 * SECOND, growing, new Cancellation());
        assertEquals(List.of(), growing.complete());
        folder.look(now += SECOND, growing, new Cancellation());
        folder.look(now += 6 * SECOND, growing, new Cancellation());
        assertEquals(List.of("2.25.7"), growing.complete());
        assertEquals("Taken: 2 objects of study 2.25.7, 1 of them there already.\n", Files.readString(inbox.resolve("done/slow.txt")));
    }

    @Test
    void withoutRoomItWaitsAndLosesNothing() throws Exception {
        Path drop = Files.createDirectory(inbox.resolve("study"));
        for (int i = 1; i <= 3; i++) {
            Samples.image(drop, "2.25.7", i);
        }
        look(0);
        kept.refuse(new IntakeException(IntakeException.Reason.FULL, "The disk is full."));
        assertEquals("The disk is full.", assertThrows(IntakeException.class, () -> look(6)).getMessage());
        kept.refuse(new IOException("the database is away"));
        assertThrows(IOException.class, () -> look(1));
        Cancellation stopping = new Cancellation();
        stopping.cancel();
        assertThrows(CancellationException.class, () -> folder.look(now, kept, stopping));
        assertTrue(Files.exists(drop));
        assertEquals(List.of(), kept.complete());
        kept.refuse(null);
        look(1);
        assertEquals(3, kept.objects().size());
        assertEquals(List.of("2.25.7"), kept.complete());
        assertTrue(Files.exists(inbox.resolve("done/study")));
    }

    /** As a process that was killed leaves it: half was taken, something was unpacked. */
    @Test
    void afterAKillAllIsTakenAgain() throws Exception {
        Path drop = Files.createDirectory(inbox.resolve("study"));
        Samples.image(drop, "2.25.7", 1);
        Samples.image(drop, "2.25.7", 2);
        kept.store(Files.newInputStream(drop.resolve("1.dcm")), "inbox");
        Files.writeString(Files.createDirectory(inbox.resolve(".unpacked")).resolve("file"), "half a file");
        folder.prepare();
        settle();
        assertEquals("Taken: 2 objects of study 2.25.7, 1 of them there already.\n", Files.readString(inbox.resolve("done/study.txt")));
        assertFalse(Files.exists(inbox.resolve(".unpacked")));
    }

    @Test
    void namesThatAreTakenAndLongOnesAreNoTrouble() throws Exception {
        String name = "Ä".repeat(120) + "\n.zip";
        for (int i = 1; i <= 2; i++) {
            zip("a", "1.dcm", Samples.bytes("2.25.7", i, SopClass.MR_IMAGE_STORAGE));
            zip(name, "1.dcm", Samples.bytes("2.25.8", i, SopClass.MR_IMAGE_STORAGE));
            settle();
        }
        assertEquals(Set.of("2.25.7.1", "2.25.7.2", "2.25.8.1", "2.25.8.2"), kept.objects().keySet());
        assertTrue(names(inbox.resolve("done")).containsAll(List.of("a", "a.txt", "a-2", "a-2.txt")));
        assertEquals(8, names(inbox.resolve("done")).size());
    }

    @Test
    void anEntryThatNobodyCanTakeHoldsUpNoOther() throws Exception {
        Samples.image(Files.createDirectory(inbox.resolve("a")), "2.25.7", 1);
        Samples.image(Files.createDirectory(inbox.resolve("b")), "2.25.8", 1);
        KeptObjects faulty = new KeptObjects() {
            @Override
            public StoredObject store(InputStream file, String sender) throws IOException {
                StoredObject stored = super.store(file, sender);
                if (stored.studyInstanceUid().equals("2.25.7")) {
                    throw new IllegalStateException("a fault");
                }
                return stored;
            }
        };
        folder.look(now, faulty, new Cancellation());
        folder.look(now += 6 * SECOND, faulty, new Cancellation());
        assertFailed("a", "Something unexpected happened; the log has the details. What was taken before is kept.");
        assertEquals(List.of("2.25.8"), faulty.complete());
    }

    @Test
    void anObjectThatIsNotWantedIsNamed() throws Exception {
        Samples.image(Files.createDirectory(inbox.resolve("study")), "2.25.7", 1);
        kept.refuse(new IntakeException(IntakeException.Reason.TOO_LARGE, "The study has more than 10 objects."));
        settle();
        assertFailed("study", "Nothing was taken; 1 file left out, as below.");
        assertEquals("1.dcm: The study has more than 10 objects.", Files.readAllLines(inbox.resolve("failed/study.txt")).get(1));
    }

    private void assertFailed(String name, String sentence) throws IOException {
        assertTrue(Files.exists(inbox.resolve("failed").resolve(name), LinkOption.NOFOLLOW_LINKS), name);
        assertEquals(sentence, Files.readAllLines(inbox.resolve("failed").resolve(name + ".txt")).get(0), name);
    }

    private void settle() throws IOException {
        look(0);
        look(6);
    }

    private void look(int seconds) throws IOException {
        folder.look(now += seconds * SECOND, kept, new Cancellation());
    }

    /** @param content name and bytes of each file in turn */
    private Path zip(String name, Object... content) throws IOException {
        Path zip = inbox.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < content.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) content[i]));
                out.write((byte[]) content[i + 1]);
                out.closeEntry();
            }
        }
        return zip;
    }

    private static Object[] many(int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).flatMap(i -> Stream.of("f" + i, new byte[1])).toArray();
    }

    /** Changes what the zip says of the size of its files. */
    private static void lie(Path zip, int truth, int lie) throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 0; i < bytes.length - 4; i++) {
            if (number(bytes, i) == truth) {
                for (int b = 0; b < 4; b++) {
                    bytes[i + b] = (byte) (lie >> 8 * b);
                }
            }
        }
        Files.write(zip, bytes);
    }

    private static int number(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
    }

    /** A zip whose list of files says that it takes 2 GB, which the file has as a hole. */
    private void longDirectory(String name) throws IOException {
        try (var file = new RandomAccessFile(inbox.resolve(name).toFile(), "rw")) {
            file.write(new byte[] {'P', 'K', 3, 4});
            file.setLength(2_000_000_000L);
            file.seek(2_000_000_000L);
            file.write(new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0x30, 0x35, 0x77, 0, 0, 0, 0, 0, 0});
        }
    }

    private static byte[] dataSet(byte[] file) {
        return Arrays.copyOfRange(file, 144 + (file[140] & 0xff), file.length);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
