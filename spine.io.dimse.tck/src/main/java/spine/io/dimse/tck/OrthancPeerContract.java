package spine.io.dimse.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Orthanc as the archive. It listens on every address, and runs in a network namespace with whoever calls it: {@link OrthancSession}. */
@Timeout(120)
abstract class OrthancPeerContract extends NetworkContract {

    @TempDir
    private Path folder;

    @Test
    void itIsQueriedRetrievedFromAndAskedToKeep() throws Exception {
        for (Path tool : List.of(Path.of("/usr/sbin/Orthanc"), Path.of("/usr/bin/unshare"))) {
            Assumptions.assumeTrue(Files.exists(tool), tool + " is not installed, Orthanc is no peer");
        }
        Assumptions.assumeTrue(new ProcessBuilder("unshare", "-n", "true").start().waitFor() == 0,
                "no network namespace can be made, Orthanc is no peer");
        Files.writeString(folder.resolve("orthanc.json"), """
                {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db", "DicomAet": "THERE", "DicomPort": %2$d,
                "DicomCheckCalledAet": false, "DicomAlwaysAllowFind": true, "DicomAlwaysAllowMove": true, "DicomAlwaysAllowGet": true,
                "HttpServerEnabled": false, "DicomModalities": {"here": {"AET": "HERE", "Host": "127.0.0.1", "Port": %3$d}}}
                """.formatted(folder, OrthancSession.ORTHANC, OrthancSession.LISTENER));
        Process session = new ProcessBuilder("unshare", "-n", "bash", "-c", """
                ip link set lo up
                mkdir db
                Orthanc orthanc.json > orthanc.log 2>&1 &
                orthanc=$!
                "$@"
                code=$?
                kill $orthanc
                wait $orthanc
                exit $code
                """, "session", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), OrthancSession.class.getName(), folder.toString(),
                maker().getClass().getName()).directory(folder.toFile())
                .redirectErrorStream(true).start();
        String said = new String(session.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, session.waitFor(), said);
        assertEquals("""
                listed 3 of 1.2.840.10008.5.1.4.1.1.4
                got 3 of 3, 0x0000
                moved 3 of 3, 0x0000
                kept [2.25.4711.1, 2.25.4711.2, 2.25.4711.3], not [2.25.4711.9]
                """, said);
    }
}
