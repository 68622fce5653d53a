package spine.io.dimse.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.dicom.TransferSyntax;
import spine.dicom.codec.EncodedDataSet;
import spine.io.dimse.DicomListener;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.SentFile;
import spine.io.dimse.tck.peer.Dcmtk;
import spine.io.dimse.tck.peer.Loopback;
import spine.io.dimse.tck.peer.SampleObjects;

/** Every transfer syntax that is read goes through dcmtk's programs, either way, without a byte changed. */
abstract class DcmtkPeersContract extends NetworkContract {
    private static final String ROOT = "1.2.840.10008.1.2";
    private static final List<String> ENCAPSULATED = List.of(".4.50", ".4.51", ".4.57", ".4.70", ".4.80", ".4.81", ".4.90", ".4.91", ".5");
    private static final int LARGE = 3_000_000;


    @TempDir
    private Path folder;
    private Path received;
    private Path log;

    @BeforeEach
    void prepare() throws IOException {
        Dcmtk.require();
        received = Files.createDirectory(folder.resolve("received"));
        log = folder.resolve("log");
    }

    /** Small files in each and a few large ones, written by dcmtk: its programs send data sets as they would write them. */
    private static Map<Path, String> files(Path folder) throws Exception {
        Map<Path, String> files = new LinkedHashMap<>();
        int number = 0;
        for (String end : ENCAPSULATED) {
            int size = end.equals(".4.90") ? LARGE : 200;
            files.put(converted(SampleObjects.compressed(folder, ++number, size, ROOT + end), "+t="), ROOT + end);
        }
        for (String option : List.of("+te", "+ti", "+tb", "+td")) {
            for (int size : option.equals("+tb") ? new int[] {200} : new int[] {200, LARGE}) {
                Path file = converted(SampleObjects.image(folder, ++number, size), option);
                files.put(file, EncodedDataSet.in(file).dataSet().transferSyntax());
            }
        }
        return files;
    }

    private static Path converted(Path file, String option) throws Exception {
        Path target = file.resolveSibling(file.getFileName() + option);
        Dcmtk.succeed(file.resolveSibling("log"), "dcmconv", option, "-g", file, target);
        return target;
    }

    @Test
    void storescuSendsEverySyntax() throws Exception {
        try (DicomListener listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), Loopback.files(received))) {
            int port = listener.address().getPort();
            Dcmtk.succeed(log, "echoscu", "-aet", "DCMTK", "-aec", "SPINE", "localhost", port);
            for (Map.Entry<Path, String> sent : files(folder).entrySet()) {
                Dcmtk.succeed(log, "storescu", "-xf", profile(List.of(sent.getValue())), "All", "localhost", port, sent.getKey());
                assertArrived(sent.getKey(), sent.getValue(), received.resolve(EncodedDataSet.in(sent.getKey()).dataSet().sopInstance()));
            }
        }
    }

    @Test
    void storescpReceivesEverySyntax() throws Exception {
        List<String> every = new ArrayList<>(List.of(ROOT, ROOT + ".1", ROOT + ".2", ROOT + ".1.99"));
        ENCAPSULATED.forEach(end -> every.add(ROOT + end));
        try (Dcmtk.Receiver receiver = Dcmtk.storescp(received, "+B", "-xf", profile(every), "All")) {
            network.echo(Loopback.node(receiver.port()));
            Map<Path, String> files = files(folder);
            List<SentFile> sent = network.send(Loopback.node(receiver.port()), new ArrayList<>(files.keySet()),
                    file -> { }, new Cancellation());
            assertEquals(files.keySet().stream().map(file -> new SentFile(file, SentFile.Outcome.STORED, "")).toList(), sent);
            for (Map.Entry<Path, String> file : files.entrySet()) {
                assertArrived(file.getKey(), file.getValue(),
                        received.resolve("MR." + EncodedDataSet.in(file.getKey()).dataSet().sopInstance()));
            }
        }
    }

    /** The options of the programs have no JPEG Lossless of any prediction (.57), and storescu offers others as well. */
    private Path profile(List<String> syntaxes) throws IOException {
        StringBuilder profile = new StringBuilder("[[TransferSyntaxes]]\n[Every]\n");
        for (String syntax : syntaxes) {
            profile.append("TransferSyntax").append(syntaxes.indexOf(syntax) + 1).append(" = ").append(syntax).append('\n');
        }
        profile.append("[[PresentationContexts]]\n[Any]\nPresentationContext1 = MRImageStorage\\Every\n")
                .append("PresentationContext2 = VerificationSOPClass\\Every\n[[Profiles]]\n[All]\nPresentationContexts = Any\n");
        return Files.writeString(folder.resolve("profile"), profile);
    }

    private static void assertArrived(Path sent, String transferSyntax, Path arrived) throws Exception {
        assertEquals(transferSyntax, EncodedDataSet.in(arrived).dataSet().transferSyntax(), sent.toString());
        byte[] bytes = SampleObjects.dataSet(sent);
        // What is deflated to an odd number of bytes is padded (PS3.5 A.5).
        assertArrayEquals(Arrays.copyOf(bytes, bytes.length + bytes.length % 2), SampleObjects.dataSet(arrived), sent.toString());
    }

    /** dcmtk finds nothing wrong in the file meta information, and that it is complete. */
    @Test
    void filesAreThoseOfTheStandard() throws Exception {
        try (DicomListener listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), Loopback.files(received))) {
            network.send(Loopback.node(listener), List.of(SampleObjects.image(folder, 1, 1000)), file -> { }, new Cancellation());
        }
        Dcmtk.succeed(log, "dcmdump", "-E", "+P", "0002,0016", received.resolve(SampleObjects.uid(1)));
        assertEquals("(0002,0016) AE [HERE]", Files.readString(log).strip().replaceAll("\\s+#.*", ""));
    }

    @Test
    void aNodeThatTakesNoCompressionRefusesByName() throws Exception {
        try (Dcmtk.Receiver receiver = Dcmtk.storescp(received)) {
            Path file = SampleObjects.compressed(folder, 1, 100, ROOT + ".4.90");
            List<SentFile> sent = network.send(Loopback.node(receiver.port()), List.of(file, SampleObjects.image(folder, 2, 100)),
                    each -> { }, new Cancellation());
            assertEquals(List.of(new SentFile(file, SentFile.Outcome.REFUSED, "transfer syntax 1.2.840.10008.1.2.4.90 is not taken, only "
                    + "1.2.840.10008.1.2, 1.2.840.10008.1.2.1 there"),
                    new SentFile(folder.resolve("2.dcm"), SentFile.Outcome.STORED, "")), sent);
        }
    }

    @Test
    void severalSendersAtATime() throws Exception {
        List<Process> senders = new ArrayList<>();
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < 40; i++) {
            SampleObjects.image(many, i, 50_000);
        }
        try (DicomListener listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), Loopback.files(received))) {
            for (int i = 0; i < 4; i++) {
                senders.add(new ProcessBuilder("/usr/bin/storescu", "+sd", "localhost", "" + listener.address().getPort(), many.toString())
                        .redirectErrorStream(true).redirectOutput(folder.resolve("sender-" + i).toFile()).start());
            }
            for (Process sender : senders) {
                assertEquals(0, sender.waitFor());
            }
        }
        try (Stream<Path> files = Files.list(received)) {
            assertEquals(40, files.count());
        }
    }
}
