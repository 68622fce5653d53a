package spine.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Client and services with Orthanc as the other side; it listens on every address and runs in a network namespace of its own. */
class OrthancPeerTest {
    private static final List<Path> NEEDED = List.of(Path.of("/usr/sbin/Orthanc"),
            Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so"), Path.of("/usr/bin/curl"), Path.of("/usr/bin/unshare"));
    private static final String SCRIPT = """
            set -eu
            work=$1
            ip link set lo up
            mkdir -p "$work/db"
            Orthanc "$work/orthanc.json" > "$work/orthanc.log" 2>&1 &
            orthanc=$!
            trap 'kill $orthanc; wait $orthanc || true' EXIT
            for wait in $(seq 300); do curl -sf localhost:8042/system > /dev/null && break; sleep 0.1; done
            "$2" -cp "$3" spine.dicomweb.OrthancTrip "$work/trip" || { tail -20 "$work/orthanc.log"; exit 1; }
            """;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void objectsGoBothWaysByBothSides() throws Exception {
        NEEDED.forEach(tool -> Assumptions.assumeTrue(Files.exists(tool), tool + " is not installed, test with Orthanc skipped"));
        Assumptions.assumeTrue(new ProcessBuilder("unshare", "-n", "true").start().waitFor() == 0,
                "no network namespace can be made, test with Orthanc skipped");
        Files.createDirectory(folder.resolve("trip"));
        Files.writeString(folder.resolve("orthanc.json"), """
                {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db", "DefaultEncoding": "Utf8",
                "Plugins": ["/usr/share/orthanc/plugins/libOrthancDicomWeb.so"], "DicomServerEnabled": false, "HttpPort": 8042,
                "RemoteAccessAllowed": false, "AuthenticationEnabled": false, "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}
                """.formatted(folder));
        Files.writeString(folder.resolve("trip.sh"), SCRIPT);
        Process trip = new ProcessBuilder("unshare", "-n", "bash", folder.resolve("trip.sh").toString(), folder.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), System.getProperty("java.class.path"))
                .redirectErrorStream(true).start();
        String output = new String(trip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, trip.waitFor(), output);
    }
}
