package spine.io.dimse.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.io.dimse.AllowedCaller;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.TlsSettings;
import spine.io.dimse.tck.peer.Dcmtk;
import spine.io.dimse.tck.peer.Loopback;
import spine.io.dimse.tck.peer.RawPeer;

/** Who may call, by which name, and by which certificate. */
abstract class AccessContract extends NetworkContract {
    private static final String PASSWORD = "secret";


    @TempDir
    private static Path folder;
    private static Path server;
    private static Path client;
    private static Path serverCertificate;
    private static Path clientCertificate;

    @BeforeAll
    static void makeKeys() throws Exception {
        server = keys("server");
        client = keys("client");
        serverCertificate = certificate(server);
        clientCertificate = certificate(client);
    }

    @Test
    void withoutAListOfCallersOnlyThisMachineIsServed() throws Exception {
        InetAddress all = InetAddress.getByName("0.0.0.0");
        String sentence = assertThrows(IllegalArgumentException.class, () -> settings(all, List.of(), Optional.empty())).getMessage();
        assertEquals("Without a list of callers DICOM is taken from this machine only, not on 0.0.0.0.", sentence);
        assertDoesNotThrow(() -> settings(all, List.of(AllowedCaller.parse("PACS")), Optional.empty()));
    }

    @Test
    void callersAreThoseOfTheList() throws Exception {
        ListenerSettings settings = settings(InetAddress.getLoopbackAddress(),
                List.of(AllowedCaller.parse("PACS"), AllowedCaller.parse("SCANNER@127.0.0.1"), AllowedCaller.parse("ELSEWHERE@192.0.2.1")),
                Optional.empty());
        try (DicomListener listener = network.listen(settings, (object, dataSet) -> DimseStatus.SUCCESS)) {
            network.echo(node(listener, "SPINE", "PACS"));
            network.echo(node(listener, "SPINE", "SCANNER"));
            for (String stranger : List.of("ELSEWHERE", "pacs", "OTHER")) {
                assertFails(node(listener, "SPINE", stranger), "the association is rejected: the calling AE title is not known there.");
            }
            assertFails(node(listener, "OTHER", "PACS"), "the association is rejected: the called AE title is not known there.");
        }
    }

    @Test
    void titlesAndHostsAreChecked() {
        for (String wrong : List.of("", " ", "A".repeat(17), "A\\B", "Ä", "@localhost", "PACS@", "PACS@no-such-host.invalid")) {
            assertThrows(IllegalArgumentException.class, () -> AllowedCaller.parse(wrong), wrong);
        }
    }

    @Test
    void tlsProvesWhoIsThere() throws Exception {
        TlsSettings listening = new TlsSettings(Optional.of(server), Optional.of(clientCertificate), PASSWORD, true);
        TlsSettings known = new TlsSettings(Optional.of(client), Optional.of(serverCertificate), PASSWORD, false);
        try (DicomListener listener = network.listen(settings(InetAddress.getLoopbackAddress(), List.of(), Optional.of(listening)),
                (object, dataSet) -> DimseStatus.SUCCESS)) {
            network.echo(node(listener, known));
            for (TlsSettings stranger : List.of(
                    new TlsSettings(Optional.empty(), known.trusted(), PASSWORD, false),
                    new TlsSettings(Optional.of(server), known.trusted(), PASSWORD, false),
                    new TlsSettings(known.keys(), Optional.empty(), PASSWORD, false))) {
                assertThrows(NetworkException.class, () -> network.echo(node(listener, stranger)));
            }
            RemoteNode untrusting = node(listener, new TlsSettings(known.keys(), Optional.of(clientCertificate), PASSWORD, false));
            assertFails(untrusting, "its certificate is not trusted, or is for another host.");
            assertThrows(NetworkException.class, () -> network.echo(node(listener, "SPINE", "PACS")));
            network.echo(node(listener, known));
        }
    }

    @Test
    void tlsWithoutCertificatesOfClientsIsSpokenByDcmtk() throws Exception {
        Dcmtk.require();
        TlsSettings listening = new TlsSettings(Optional.of(server), Optional.empty(), PASSWORD, false);
        try (DicomListener listener = network.listen(settings(InetAddress.getLoopbackAddress(), List.of(), Optional.of(listening)),
                (object, dataSet) -> DimseStatus.SUCCESS)) {
            Dcmtk.succeed(folder.resolve("log"), "echoscu", "+tla", "+cf", serverCertificate, "-aec", "SPINE", "localhost",
                    listener.address().getPort());
        }
    }

    @Test
    void aHandshakeThatDoesNotComeIsNotWaitedFor() throws Exception {
        ListenerSettings settings = new ListenerSettings(InetAddress.getLoopbackAddress(), 0, Set.of(), List.of(),
                Optional.of(new TlsSettings(Optional.of(server), Optional.empty(), PASSWORD, false)), Loopback.IMPATIENT);
        try (DicomListener listener = network.listen(settings, (object, dataSet) -> DimseStatus.SUCCESS);
                RawPeer peer = new RawPeer(listener)) {
            peer.send(new byte[] {0x16, 3, 1, 0, (byte) 0xa5, 1});
            assertEquals(0, peer.answer().length);
        }
    }

    @Test
    void keysThatCannotBeUsedAreNamed() throws Exception {
        Path noKeys = Files.writeString(folder.resolve("no-keys"), "nothing");
        assertNames(noKeys + " is no PKCS12 file, or its password is another one.", new TlsSettings(Optional.of(noKeys), Optional.empty(),
                PASSWORD, false));
        Path missing = folder.resolve("missing");
        assertNames(missing + " does not exist.", new TlsSettings(Optional.of(missing), Optional.empty(), PASSWORD, false));
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        String noFile = pipe + " cannot be read or written: it is no regular file.";
        assertNames(noFile, new TlsSettings(Optional.of(pipe), Optional.empty(), PASSWORD, false));
        assertNames(noFile, new TlsSettings(Optional.of(server), Optional.of(pipe), PASSWORD, false));
        assertNames("A listener with TLS needs a key and a certificate.", new TlsSettings(Optional.empty(), Optional.empty(), "", false));
        assertNames("To demand certificates of clients, the trusted ones must be given.",
                new TlsSettings(Optional.of(noKeys), Optional.empty(), PASSWORD, true));
        assertTrue(!new TlsSettings(Optional.of(noKeys), Optional.empty(), PASSWORD, true).toString().contains(PASSWORD));
    }

    private void assertNames(String sentence, TlsSettings tls) {
        ListenerSettings settings = settings(InetAddress.getLoopbackAddress(), List.of(), Optional.of(tls));
        assertEquals(sentence, assertThrows(IllegalArgumentException.class,
                () -> network.listen(settings, (object, dataSet) -> DimseStatus.SUCCESS)).getMessage());
    }

    private void assertFails(RemoteNode node, String sentence) {
        assertEquals(node.address() + ": " + sentence, assertThrows(NetworkException.class, () -> network.echo(node)).getMessage());
    }

    private static ListenerSettings settings(InetAddress address, List<AllowedCaller> callers, Optional<TlsSettings> tls) {
        return new ListenerSettings(address, 0, Set.of("SPINE"), callers, tls, ListenerLimits.DEFAULT);
    }

    private static RemoteNode node(DicomListener listener, String called, String calling) {
        return new RemoteNode("127.0.0.1", listener.address().getPort(), called, calling, Optional.empty(), Duration.ofSeconds(10));
    }

    private static RemoteNode node(DicomListener listener, TlsSettings tls) {
        return new RemoteNode("127.0.0.1", listener.address().getPort(), "SPINE", "PACS", Optional.of(tls), Duration.ofSeconds(10));
    }

    private static Path keys(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        keytool("-genkeypair", "-keystore", file, "-storetype", "PKCS12", "-storepass", PASSWORD, "-alias", name, "-dname", "CN=" + name,
                "-keyalg", "EC", "-groupname", "secp256r1");
        return file;
    }

    private static Path certificate(Path keys) throws Exception {
        Path file = keys.resolveSibling(keys.getFileName() + ".pem");
        keytool("-exportcert", "-rfc", "-keystore", keys, "-storepass", PASSWORD, "-alias",
                keys.getFileName().toString().replace(".p12", ""), "-file", file);
        return file;
    }

    private static void keytool(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        assertEquals(0, new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start()
                .waitFor());
    }
}
