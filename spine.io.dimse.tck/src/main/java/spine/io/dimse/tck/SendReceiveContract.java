package spine.io.dimse.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.dicom.DicomObject;
import spine.dicom.Implementation;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.NetworkException;
import spine.io.dimse.PartTenFile;
import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.tck.peer.HostilePdus;
import spine.io.dimse.tck.peer.Loopback;
import spine.io.dimse.tck.peer.RawPeer;
import spine.io.dimse.tck.peer.SampleObjects;

/** From one node of spine to another. */
@Timeout(60)
abstract class SendReceiveContract extends NetworkContract {

    @TempDir
    private Path folder;
    private Path received;

    @BeforeEach
    void prepare() throws IOException {
        received = Files.createDirectory(folder.resolve("received"));
    }

    /** Around the sizes of PDUs, and far above. */
    @Test
    void whatIsSentArrivesUnchanged() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int size : new int[] {2, 1000, 130_390, 130_392, 130_394, 131_072, 5_000_000}) {
            files.add(SampleObjects.image(folder, size, size));
        }
        assertEquals(stored(files), send(Loopback.files(received), files));
        for (Path file : files) {
            int number = Integer.parseInt(file.getFileName().toString().replace(".dcm", ""));
            assertArrayEquals(SampleObjects.dataSet(file), SampleObjects.dataSet(received.resolve(SampleObjects.uid(number))));
        }
    }

    @Test
    void theFileSaysWhereItCameFrom() throws Exception {
        send(Loopback.files(received), List.of(SampleObjects.compressed(folder, 1, 100, "1.2.840.10008.1.2.4.80")));
        DicomObject file = new NativeDicomCodec().read(received.resolve(SampleObjects.uid(1)), true);
        assertEquals("1.2.840.10008.5.1.4.1.1.4", file.text(0x00020002));
        assertEquals(SampleObjects.uid(1), file.text(0x00020003));
        assertEquals("1.2.840.10008.1.2.4.80", file.text(Tag.TransferSyntaxUID));
        assertEquals(Implementation.CLASS_UID, file.text(0x00020012));
        assertEquals("HERE", file.text(0x00020016));
    }

    /** Without preamble and file meta information, with a false one, and what is nothing to send. */
    @Test
    void filesAreTakenAsTheyAre() throws Exception {
        Path whole = SampleObjects.image(folder, 1, 100);
        Path bare = Files.write(folder.resolve("bare.dcm"), SampleObjects.dataSet(whole));
        Path text = Files.writeString(folder.resolve("notes.txt"), "nothing for an archive, but longer than a preamble and its word");
        Path cut = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(Files.readAllBytes(whole), 500));
        Path empty = Files.createFile(folder.resolve("empty.dcm"));
        List<SentFile> sent = send(Loopback.files(received), List.of(whole, bare, text, cut, empty));
        assertEquals(List.of(Outcome.LEFT_OUT, Outcome.UNUSABLE, Outcome.UNUSABLE, Outcome.STORED, Outcome.STORED),
                sent.stream().map(SentFile::outcome).toList());
        assertEquals(List.of(text, cut, empty, whole, bare), sent.stream().map(SentFile::file).toList());
    }

    @Test
    void refusedObjectsAreNamedWithTheirStatus() throws Exception {
        List<Path> files = List.of(SampleObjects.image(folder, 1, 100), SampleObjects.image(folder, 2, 100),
                SampleObjects.image(folder, 3, 100), SampleObjects.image(folder, 4, 100_000));
        List<SentFile> sent = send((object, dataSet) -> switch (object.sopInstance().substring(object.sopInstance().length() - 1)) {
            case "1" -> DimseStatus.OUT_OF_RESOURCES.because("the spool is full");
            case "2" -> throw new IllegalStateException("a fault");
            case "3" -> new DimseStatus(0xb000, "");
            default -> throw new NoSuchFileException("the disk");
        }, files);
        assertEquals(List.of(new SentFile(files.get(0), Outcome.REFUSED, "the answer is 0xA700 out of resources (the spool is full)",
                        Optional.of(DimseStatus.OUT_OF_RESOURCES.because("the spool is full"))),
                SentFile.answered(files.get(1), DimseStatus.PROCESSING_FAILURE),
                new SentFile(files.get(2), Outcome.STORED, "the answer is 0xB000 done with a warning",
                        Optional.of(new DimseStatus(0xb000, ""))),
                SentFile.answered(files.get(3), DimseStatus.OUT_OF_RESOURCES.because("the object could not be kept"))), sent);
    }

    /** A command that names another object than the data set would replace an object by another one. */
    @Test
    void anotherObjectThanAnnouncedIsRefused() throws Exception {
        try (DicomListener listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), Loopback.files(received));
                RawPeer peer = new RawPeer(listener).associated()) {
            assertEquals(0xA900, status(peer, HostilePdus.dataSet("1.2.4", 100)));
            byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1};
            assertEquals(0xC000, status(peer, jpeg));
            assertEquals(0xC000, status(peer, new byte[0]));
            assertTrue(Files.notExists(received.resolve("1.2.3")));
            assertEquals(0, status(peer, HostilePdus.dataSet("1.2.3", 100)));
        }
    }

    private static int status(RawPeer peer, byte[] dataSet) throws IOException {
        peer.send(HostilePdus.joined(HostilePdus.command(RawPeer.STORE, 1, 0), HostilePdus.pdv(RawPeer.STORE, 2, dataSet)));
        byte[] answer = peer.pdu();
        for (int i = 12; i + 10 <= answer.length; i++) {
            if (answer[i + 2] == 0 && answer[i + 3] == 9 && answer[i + 4] == 2 && answer[i] == 0 && answer[i + 1] == 0) {
                return answer[i + 8] & 0xff | (answer[i + 9] & 0xff) << 8;
            }
        }
        throw new AssertionError("no status");
    }

    @Test
    void aListenerThatStopsLetsTheMessageEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        DicomListener listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), (object, dataSet) -> {
            begun.countDown();
            await(stopping);
            PartTenFile.write(received.resolve(object.sopInstance()), object, dataSet);
            return DimseStatus.SUCCESS;
        });
        RawPeer idle = new RawPeer(listener).associated();
        List<Path> files = List.of(SampleObjects.image(folder, 1, 100_000), SampleObjects.image(folder, 2, 100));
        CompletableFuture<List<SentFile>> sent = CompletableFuture.supplyAsync(() -> {
            try {
                return network.send(Loopback.node(listener), files, file -> { }, new Cancellation());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        begun.await();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(listener::close);
        assertEquals(7, idle.answer()[0]);
        stopping.countDown();
        closed.get();
        assertEquals(List.of(Outcome.STORED, Outcome.UNSENT), sent.get().stream().map(SentFile::outcome).toList());
        assertTrue(Files.exists(received.resolve(SampleObjects.uid(1))));
        assertEquals(0, listener.associations());
        assertThrows(NetworkException.class, () -> network.echo(Loopback.node(listener)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void sendingCanBeCancelled() throws Exception {
        List<Path> files = List.of(SampleObjects.image(folder, 1, 100), SampleObjects.image(folder, 2, 100));
        Cancellation cancellation = new Cancellation();
        try (DicomListener listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), Loopback.files(received))) {
            assertThrows(CancellationException.class,
                    () -> network.send(Loopback.node(listener), files, file -> cancellation.cancel(), cancellation));
        }
        assertTrue(Files.exists(received.resolve(SampleObjects.uid(1))));
        assertTrue(Files.notExists(received.resolve(SampleObjects.uid(2))));
    }

    /** More SOP classes than contexts fit in one association. */
    @Test
    void manyKindsOfObjectsTakeSeveralAssociations() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            DicomObject object = new DicomObject().text(Tag.SOPClassUID, "UI", "2.25.99." + i)
                    .text(Tag.SOPInstanceUID, "UI", SampleObjects.uid(i));
            Path file = folder.resolve(i + ".dcm");
            try (var out = Files.newOutputStream(file)) {
                new NativeDicomCodec().write(object, out);
            }
            files.add(file);
        }
        assertEquals(stored(files), send(Loopback.files(received), files));
    }

    private List<SentFile> send(StoreHandler handler, List<Path> files) throws IOException {
        try (DicomListener listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), handler)) {
            return network.send(Loopback.node(listener), files, file -> { }, new Cancellation());
        }
    }

    private static List<SentFile> stored(List<Path> files) {
        return files.stream().map(file -> new SentFile(file, Outcome.STORED, "")).toList();
    }
}
