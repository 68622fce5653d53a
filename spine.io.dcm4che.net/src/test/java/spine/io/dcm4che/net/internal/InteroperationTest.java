package spine.io.dcm4che.net.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.SentFile;
import spine.io.dimse.UnsupportedServiceException;
import spine.io.dimse.internal.TcpDicomNetwork;
import spine.io.dimse.tck.peer.Loopback;
import spine.io.dimse.tck.peer.SampleObjects;

/** The two networks understand each other. */
@Timeout(60)
class InteroperationTest {
    private static final List<String> COMPRESSED = List.of("1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90",
            "1.2.840.10008.1.2.5");

    private final TcpDicomNetwork own = new TcpDicomNetwork(new DecodedImages(new NativeDicomCodec()));
    private final Dcm4cheNetwork dcm4che = new Dcm4cheNetwork(new DecodedImages(new NativeDicomCodec()));
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        own.close();
        dcm4che.close();
    }

    @Test
    void spinesOwnSendsToDcm4che() throws Exception {
        assertArrives(own, dcm4che);
    }

    @Test
    void dcm4cheSendsToSpinesOwn() throws Exception {
        assertArrives(dcm4che, own);
    }

    private void assertArrives(DicomNetwork sender, DicomNetwork receiver) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int size : new int[] {2, 131_058, 131_060, 131_072, 3_000_000}) {
            files.add(SampleObjects.image(folder, files.size(), size));
        }
        for (String syntax : COMPRESSED) {
            files.add(SampleObjects.compressed(folder, files.size(), 10_000, syntax));
        }
        Path received = Files.createDirectory(folder.resolve("received"));
        try (DicomListener listener = receiver.listen(Loopback.loopback(ListenerLimits.DEFAULT), Loopback.files(received))) {
            sender.echo(Loopback.node(listener));
            List<SentFile> sent = sender.send(Loopback.node(listener), files, file -> { }, new Cancellation());
            assertEquals(files.stream().map(file -> new SentFile(file, SentFile.Outcome.STORED, "")).toList(), sent);
            assertThrows(UnsupportedServiceException.class, () -> sender.list(Loopback.node(listener), "1.2.3",
                    new RetrieveLimits(1, 1, Loopback.node(listener).patience()), new Cancellation()));
        }
        for (int i = 0; i < files.size(); i++) {
            assertArrayEquals(SampleObjects.dataSet(files.get(i)), SampleObjects.dataSet(received.resolve(SampleObjects.uid(i))));
        }
    }
}
