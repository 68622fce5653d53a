package spine.io.dimse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.io.dimse.internal.TcpDicomNetwork;

/** From one node of spine to another. */
class SendReceiveTest {
    private final TcpDicomNetwork network = Network.network();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void whatIsSentArrives() throws Exception {
        Path received = Files.createDirectory(folder.resolve("received"));
        List<Path> files = new ArrayList<>();
        for (int size : new int[] {2, 1000, 16_384, 131_072, 5_000_000}) {
            files.add(SampleObjects.image(folder, size, size));
        }
        try (DicomListener listener = network.listen(Network.loopback(ListenerLimits.DEFAULT), Network.files(received))) {
            network.echo(Network.node(listener));
            List<SentFile> sent = network.send(Network.node(listener), files, file -> { }, new Cancellation());
            assertEquals(files.stream().map(file -> new SentFile(file, SentFile.Outcome.STORED, "")).toList(), sent);
        }
        for (Path file : files) {
            int number = Integer.parseInt(file.getFileName().toString().replace(".dcm", ""));
            assertArrayEquals(SampleObjects.dataSet(file), SampleObjects.dataSet(received.resolve(SampleObjects.uid(number))));
        }
    }
}
