package spine.app.internal.cli.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.app.command.Console;
import spine.app.context.NoPlatform;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.NetworkException;
import spine.io.dimse.ReceivedObject;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.Retrieval;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.SentFile;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.UnsupportedServiceException;

/** An archive that has one study of three objects. */
class FetchCommandTest {
    private static final String STUDY = "2.25.1";
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";

    @TempDir
    Path temp;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Archive archive = new Archive();

    @Test
    void aStudyBecomesAFolder() throws IOException {
        assertEquals(0, run(STUDY, "--from", "pacs:104", "--out", target()));
        assertEquals(target() + "  3 objects of study 2.25.1 from pacs:104\n", text(out));
        assertEquals(List.of("2.25.1.1.dcm", "2.25.1.2.dcm", "2.25.1.3.dcm"), files());
        assertEquals(2, run(STUDY, "--from", "pacs:104", "--out", target()));
    }

    /** One object is not there, and one comes that nobody has asked for. */
    @Test
    void whatDoesNotComeIsNamed() throws IOException {
        archive.sent = List.of("2.25.1.1", "2.25.9.9", "2.25.1.3");
        assertEquals(1, run(STUDY, "--from", "pacs:104", "--out", target()));
        assertEquals("spine: 1 object did not come, 2.25.1.2; pacs:104 answers 0xB000 done with a warning.\n", text(err));
        assertEquals(List.of("2.25.1.1.dcm", "2.25.1.3.dcm"), files());
    }

    @Test
    void aServerOfTheWebIsCalledAsTheOptionsSay() throws Exception {
        assertEquals(2, run(STUDY, "--from", "https://pacs/dicom-web"));
        assertEquals(2, run(STUDY, "--from", "https://pacs/dicom-web", "--out", target(), "--move-to", "X"));
        assertEquals(2, run(STUDY, "--from", "http://pacs/dicom-web", "--out", target(), "--user", "eva", "--password-file", "missing"));
        Path pipe = temp.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        err.reset();
        assertEquals(2, run(STUDY, "--from", "https://pacs/dicom-web", "--out", target(), "--token-file", pipe.toString()));
        assertTrue(text(err).contains(pipe + " cannot be read or written: it is no regular file."), text(err));
        assertEquals(2, run("2.25/../1", "--from", "https://pacs/dicom-web", "--out", target()));
        assertFalse(Files.exists(Path.of(target())));
    }

    @Test
    void withoutAnObjectThereIsNoFolder() {
        archive.sent = List.of();
        assertEquals(1, run(STUDY, "--from", "pacs:104", "--out", target()));
        assertEquals(3, run("2.25.2", "--from", "pacs:104", "--out", target()));
        archive.breaks = true;
        archive.sent = List.of("2.25.1.1");
        assertEquals(1, run(STUDY, "--from", "pacs:104", "--out", target()));
        assertFalse(Files.exists(Path.of(target())));
        assertEquals(0, temp.toFile().list().length);
    }

    @Test
    void whereGetIsNotOfferedItMoves() throws IOException {
        archive.get = false;
        assertEquals(1, run(STUDY, "--from", "127.0.0.1:104", "--out", target()));
        assertEquals(0, run(STUDY, "--from", "127.0.0.1:104", "--aet", "PACS", "--out", target(), "--move-to", "SPINE", "--port", "4711"));
        assertEquals(3, files().size());
        assertEquals("127.0.0.1 4711 [SPINE] [AllowedCaller[title=PACS, addresses=[/127.0.0.1]]]", archive.listened);
        assertEquals("SPINE", archive.movedTo);
    }

    @Test
    void withoutAFolderAnotherNodeGetsIt() {
        assertEquals(0, run(STUDY, "--from", "pacs:104", "--move-to", "WORKSTATION", "--via", "move"));
        assertEquals("pacs:104  3 objects of study 2.25.1 sent to WORKSTATION\n", text(out));
        assertEquals("WORKSTATION", archive.movedTo);
    }

    @Test
    void optionsThatDoNotGoTogetherAreUsage() {
        for (String[] wrong : new String[][] {{STUDY, "--from", "pacs:104"}, {"*", "--from", "pacs:104", "--out", target()},
                {"1..2", "--from", "pacs:104", "--out", target()},
                {STUDY, "--from", "pacs:104", "--out", target(), "--via", "move"}, {STUDY, "--from", "pacs:1041041", "--out", target()},
                {STUDY, "--from", "nowhere", "--out", target()}, {STUDY, "--from", "../pacs", "--out", target()},
                {STUDY, "--from", "pacs:104", "--move-to", "SPINE", "--via", "get"},
                {STUDY, "--from", "127.0.0.1:104", "--out", target(), "--move-to", "SPINE", "--tls"}}) {
            assertEquals(2, run(wrong), Arrays.toString(wrong));
        }
    }

    @Test
    void aNameStandsForADestinationOfTheSettings() throws Exception {
        Path conf = Files.createDirectories(temp.resolve("conf"));
        Files.writeString(conf.resolve("spine.destination~pacs.cfg"), "address = archive.example:105\ntitle = ARCHIVE\n"
                + "calling = US\ntimeout.seconds = 7\ntls.trusted = archive.pem\n");
        RemoteNode node = ConfiguredNode.read(conf, "pacs");
        assertEquals("archive.example:105 ARCHIVE US PT7S", node.address() + " " + node.calledTitle() + " " + node.callingTitle() + " "
                + node.patience());
        assertEquals(conf.resolve("archive.pem"), node.tls().orElseThrow().trusted().orElseThrow());
    }

    private String target() {
        return temp.resolve("study").toString();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(target()))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return new CommandLine(new FetchCommand(new Platform(), console)).setCaseInsensitiveEnumValuesAllowed(true)
                .setErr(new PrintWriter(err)).setExecutionExceptionHandler((failure, command, parsed) ->
                        failure instanceof UnusableInputException ? 3 : 1).execute(arguments);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Sends what it is told to. */
    private static final class Archive implements DicomNetwork {
        private List<String> sent = List.of("2.25.1.1", "2.25.1.2", "2.25.1.3");
        private boolean get = true;
        private boolean breaks;
        private String listened = "";
        private String movedTo = "";
        private StoreHandler listening;

        @Override
        public List<ArchivedObject> list(RemoteNode node, String study, RetrieveLimits limits, Cancellation cancellation) {
            return study.equals(STUDY) ? Stream.of(1, 2, 3).map(i -> new ArchivedObject(MR, STUDY + "." + i)).toList() : List.of();
        }

        @Override
        public Retrieval get(RemoteNode node, String study, List<ArchivedObject> objects, StoreHandler handler, RetrieveLimits limits,
                Cancellation cancellation) throws IOException {
            if (!get) {
                throw new UnsupportedServiceException(node.address() + " takes the association, but not C-GET.");
            }
            return send(handler);
        }

        private Retrieval send(StoreHandler handler) throws IOException {
            int completed = 0;
            for (String uid : sent) {
                ReceivedObject object = new ReceivedObject(MR, uid, "1.2.840.10008.1.2", "PACS", "SPINE", InetAddress.getLoopbackAddress());
                completed += handler.store(object, new ByteArrayInputStream(new byte[8])).isSuccess() ? 1 : 0;
            }
            if (breaks) {
                throw new NetworkException("The connection broke.");
            }
            return new Retrieval(completed == 3 ? DimseStatus.SUCCESS : new DimseStatus(0xb000, ""), completed, 3 - completed);
        }

        @Override
        public Retrieval move(RemoteNode node, String study, String title, RetrieveLimits limits, Cancellation cancellation)
                throws IOException {
            movedTo = title;
            return listening == null ? new Retrieval(DimseStatus.SUCCESS, 3, 0) : send(listening);
        }

        @Override
        public DicomListener listen(ListenerSettings settings, StoreHandler handler) {
            listening = handler;
            listened = settings.address().getHostAddress() + " " + settings.port() + " " + settings.titles() + " " + settings.callers();
            return new DicomListener() {
                @Override
                public InetSocketAddress address() {
                    return new InetSocketAddress(settings.address(), settings.port());
                }

                @Override
                public int associations() {
                    return 0;
                }

                @Override
                public void close() {
                    listening = null;
                }
            };
        }

        @Override
        public CommitmentReport commit(RemoteNode node, List<ArchivedObject> objects, Duration patience, Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Duration echo(RemoteNode node) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SentFile> send(RemoteNode node, List<Path> files, Consumer<SentFile> each, Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Platform extends NoPlatform {
        @Override
        public void startEngine() {
        }

        @Override
        public <T> T service(Class<T> type, String what) {
            return type.cast(archive);
        }
    }
}
