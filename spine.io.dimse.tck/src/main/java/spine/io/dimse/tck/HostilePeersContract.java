package spine.io.dimse.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spine.io.dimse.DicomListener;
import spine.io.dimse.tck.peer.HostilePdus;
import spine.io.dimse.tck.peer.Loopback;
import spine.io.dimse.tck.peer.Pdus;
import spine.io.dimse.tck.peer.RawPeer;
import spine.io.dimse.tck.peer.SampleObjects;

/** Whatever a peer does, the listener goes on serving the others, keeps nothing of what is not whole, and lets nobody stay. */
@Timeout(120)
abstract class HostilePeersContract extends NetworkContract {
    private static final byte[] REJECTED_FOR_NOW = {Pdus.ASSOCIATE_RJ, 0, 0, 0, 0, 4, 0, 2, 3, 2};
    private static final byte[] SUCCESS = {0, 0, 0, 9, 2, 0, 0, 0, 0, 0};

    private DicomListener listener;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws IOException {
        listener = network.listen(Loopback.loopback(Loopback.IMPATIENT), Loopback.files(folder));
    }

    @AfterEach
    void isThereAndClean() throws Exception {
        for (int i = 0; i < 100 && listener.associations() > 0; i++) {
            Thread.sleep(50);
        }
        assertEquals(0, listener.associations());
        network.echo(Loopback.node(listener));
        listener.close();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.filter(file -> file.getFileName().toString().startsWith(".")).toList());
        }
    }

    @Test
    void nonsenseEndsTheConnection() throws Exception {
        for (HostilePdus.Attack attack : HostilePdus.all(20)) {
            try (RawPeer peer = new RawPeer(listener)) {
                if (attack.associated()) {
                    peer.associated();
                }
                try {
                    peer.send(attack.bytes());
                    peer.endOutput();
                } catch (SocketException closed) {
                    // Before all was sent.
                }
                peer.answer();
            } catch (IOException failure) {
                throw new AssertionError(attack.name(), failure);
            }
        }
    }

    @Test
    void violationsAreAnsweredByAnAbortWithItsReason() throws Exception {
        assertEquals(1, abortReason(new byte[] {99, 0, 0, 0, 0, 4, 0, 0, 0, 0}, false));
        assertEquals(2, abortReason(HostilePdus.store(), false));
        assertEquals(6, abortReason(new byte[] {1, 0, 0x7f, -1, -1, -1}, false));
        assertEquals(2, abortReason(RawPeer.request(), true));
        assertEquals(6, abortReason(HostilePdus.pdv(99, 3, new byte[10]), true));
        assertEquals(6, abortReason(new byte[] {4, 0, 0, 0, 0x7f, -1}, true));
        assertEquals(2, abortReason(HostilePdus.joined(HostilePdus.command(RawPeer.STORE, 1, 0), new byte[] {5, 0, 0, 0, 0, 4, 0, 0, 0, 0}),
                true));
    }

    private int abortReason(byte[] bytes, boolean associated) throws IOException {
        try (RawPeer peer = new RawPeer(listener)) {
            if (associated) {
                peer.associated();
            }
            peer.send(bytes);
            byte[] answer = peer.answer();
            assertEquals(10, answer.length);
            assertArrayEquals(new byte[] {Pdus.ABORT, 0, 0, 0, 0, 4, 0, 0, 2}, Arrays.copyOf(answer, 9));
            return answer[9];
        }
    }

    /** Fragments of one byte, and several messages in one PDU, are odd and allowed. */
    @Test
    void anOddWayToSendIsServed() throws Exception {
        byte[] store = HostilePdus.store();
        byte[] command = Arrays.copyOfRange(store, 12, store.length - 12 - dataSetLength());
        List<byte[]> pdus = new ArrayList<>();
        for (int i = 0; i < command.length; i++) {
            pdus.add(HostilePdus.pdv(RawPeer.STORE, i == command.length - 1 ? 3 : 1, new byte[] {command[i]}));
        }
        byte[] dataSet = HostilePdus.dataSet("1.2.3", 100);
        for (byte one : dataSet) {
            pdus.add(HostilePdus.pdv(RawPeer.STORE, 0, new byte[] {one}));
        }
        pdus.add(HostilePdus.pdv(RawPeer.STORE, 2, new byte[0]));
        try (RawPeer peer = new RawPeer(listener).associated()) {
            peer.send(HostilePdus.joined(pdus.toArray(byte[][]::new)));
            assertTrue(contains(peer.pdu(), SUCCESS));
            assertArrayEquals(dataSet, SampleObjects.dataSet(folder.resolve("1.2.3")));
        }
    }

    private static int dataSetLength() {
        return HostilePdus.dataSet("1.2.3", 100).length;
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        return IntStream.rangeClosed(0, bytes.length - part.length)
                .anyMatch(at -> Arrays.equals(bytes, at, at + part.length, part, 0, part.length));
    }

    /** One byte of the request every 50 ms. */
    @Test
    void aRequestThatTricklesIsNotWaitedFor() throws Exception {
        try (RawPeer peer = new RawPeer(listener)) {
            assertEnds(peer, RawPeer.request());
        }
    }

    @Test
    void anObjectThatTricklesIsNotWaitedFor() throws Exception {
        try (RawPeer peer = new RawPeer(listener).associated()) {
            peer.send(HostilePdus.command(RawPeer.STORE, 1, 0));
            byte[] fragments = {};
            for (int i = 0; i < 1_000; i++) {
                fragments = HostilePdus.joined(fragments, HostilePdus.pdv(RawPeer.STORE, 0, new byte[] {8, 0}));
            }
            assertEnds(peer, fragments);
        }
    }

    private static void assertEnds(RawPeer peer, byte[] bytes) throws Exception {
        long start = System.nanoTime();
        try {
            for (byte one : bytes) {
                peer.send(new byte[] {one});
                Thread.sleep(20);
            }
        } catch (SocketException closed) {
            assertTrue(System.nanoTime() - start < 8e9);
            return;
        }
        throw new AssertionError("all of it was waited for");
    }

    @Test
    void anAssociationThatSaysNothingIsEnded() throws Exception {
        try (RawPeer peer = new RawPeer(listener).associated()) {
            peer.answer();
        }
    }

    /** The answers fill the buffers of the connection, and then the listener would wait for ever. */
    @Test
    void aPeerThatReadsNothingIsNotWaitedFor() throws Exception {
        byte[] echo = HostilePdus.command(RawPeer.ECHO, 0x30, 0x0101);
        byte[] many = HostilePdus.joined(Collections.nCopies(200, echo).toArray(byte[][]::new));
        try (RawPeer peer = new RawPeer(listener).associated()) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < 20e9) {
                peer.send(many);
            }
            throw new AssertionError("the listener goes on answering");
        } catch (SocketException closed) {
            // As it should.
        }
    }

    @Test
    void aSenderThatDiesLeavesNothing() throws Exception {
        byte[] store = HostilePdus.joined(HostilePdus.command(RawPeer.STORE, 1, 0),
                HostilePdus.pdv(RawPeer.STORE, 0, HostilePdus.dataSet("1.2.3", 10_000)));
        try (RawPeer peer = new RawPeer(listener).associated()) {
            peer.send(store);
        }
        try (RawPeer peer = new RawPeer(listener).associated()) {
            peer.send(store);
            peer.send(new byte[] {Pdus.ABORT, 0, 0, 0, 0, 4, 0, 0, 0, 0});
            peer.answer();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.filter(file -> !file.getFileName().toString().startsWith(".")).toList());
        }
    }

    @Test
    void anObjectBeyondTheLimitIsNotKept() throws Exception {
        try (RawPeer peer = new RawPeer(listener).associated()) {
            peer.send(HostilePdus.command(RawPeer.STORE, 1, 0));
            byte[] part = HostilePdus.pdv(RawPeer.STORE, 0, HostilePdus.dataSet("1.2.3", 16_000));
            try {
                for (int i = 0; i < 2_000; i++) {
                    peer.send(part);
                }
                peer.send(HostilePdus.pdv(RawPeer.STORE, 2, new byte[0]));
            } catch (SocketException closed) {
                // Before all was sent.
            }
            byte[] answer = peer.answer();
            assertTrue(answer.length == 0 || answer[0] == Pdus.ABORT, Arrays.toString(answer));
            assertTrue(Files.notExists(folder.resolve("1.2.3")));
        }
    }

    /** Ten have a seat, a few more are told that there is none, and the rest is closed without a word; all who say nothing are ended. */
    @Test
    void aFloodOfConnectionsIsOver() throws Exception {
        List<RawPeer> flood = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            flood.add(new RawPeer(listener).associated());
        }
        try (RawPeer late = new RawPeer(listener)) {
            late.send(RawPeer.request());
            assertArrayEquals(REJECTED_FOR_NOW, late.answer());
        }
        for (int i = 0; i < 200; i++) {
            flood.add(new RawPeer(listener));
        }
        for (RawPeer peer : flood) {
            peer.answer();
            peer.close();
        }
    }
}
