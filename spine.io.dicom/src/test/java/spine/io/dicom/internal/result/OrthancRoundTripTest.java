package spine.io.dicom.internal.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.gsps.GspsReportWriter;
import spine.io.dicom.internal.sc.ScReportWriter;
import spine.io.dicom.internal.seg.SegReportWriter;
import spine.io.dicom.internal.sr.SrReportWriter;

/**
 * Objects in an archive: byte for byte the same after a POST of its own interface and after STOW-RS, and the same data set after C-STORE,
 * where Orthanc writes the file meta information anew. The archive listens on every address and runs in a network namespace of its own.
 */
class OrthancRoundTripTest {
    private static final List<Path> NEEDED = List.of(Path.of("/usr/sbin/Orthanc"),
            Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so"),
            Path.of("/usr/bin/storescu"), Path.of("/usr/bin/curl"), Path.of("/usr/bin/unshare"));
    private static final String BOUNDARY = "spine-objects";

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void objectsComeBackAsTheyWere() throws Exception {
        NEEDED.forEach(tool -> Assumptions.assumeTrue(Files.exists(tool), tool + " is not installed, round trip through Orthanc skipped"));
        Assumptions.assumeTrue(new ProcessBuilder("unshare", "-n", "true").start().waitFor() == 0,
                "no network namespace can be made, round trip through Orthanc skipped");
        List<Path> objects = objects();
        for (int i = 0; i < objects.size(); i++) {
            Files.write(folder.resolve("stow-" + i), multipart(objects.get(i)));
        }
        Files.writeString(folder.resolve("orthanc.json"), """
                {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db",
                "Plugins": ["/usr/share/orthanc/plugins/libOrthancDicomWeb.so"],
                "DicomAet": "ORTHANC", "DicomPort": 4242, "DicomCheckCalledAet": false, "HttpPort": 8042, "RemoteAccessAllowed": false,
                "AuthenticationEnabled": false, "OverwriteInstances": true, "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}
                """.formatted(folder));
        Files.writeString(folder.resolve("list"), String.join("\n", objects.stream().map(Path::toString).toList()) + "\n");
        Files.writeString(folder.resolve("trip.sh"), TRIP);
        Process trip = new ProcessBuilder("unshare", "-n", "bash", folder.resolve("trip.sh").toString(), folder.toString())
                .redirectErrorStream(true).start();
        String output = new String(trip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, trip.waitFor(), output);
        for (int i = 0; i < objects.size(); i++) {
            byte[] sent = Files.readAllBytes(objects.get(i));
            assertArrayEquals(sent, Files.readAllBytes(folder.resolve("rest-" + i)), objects.get(i) + " by REST\n" + output);
            assertArrayEquals(sent, Files.readAllBytes(folder.resolve("stowed-" + i)), objects.get(i) + " by STOW-RS\n" + output);
            assertArrayEquals(dataSet(sent), dataSet(Files.readAllBytes(folder.resolve("stored-" + i))), objects.get(i)
                    + " by C-STORE\n" + output);
        }
    }

    /** Every object is sent in three ways, each time into an archive without it, and fetched again. */
    private static final String TRIP = """
            set -eu
            work=$1
            ip link set lo up
            mkdir -p "$work/db"
            Orthanc "$work/orthanc.json" > "$work/orthanc.log" 2>&1 &
            orthanc=$!
            trap 'kill $orthanc; wait $orthanc || true' EXIT
            for wait in $(seq 600); do curl -sf localhost:8042/system > /dev/null && break; sleep 0.1; done
            fetch_and_forget() {
                id=$(curl -sf localhost:8042/instances | tr -dc '0-9a-f-')
                curl -sf "localhost:8042/instances/$id/file" > "$1"
                curl -sf -X DELETE "localhost:8042/instances/$id" > /dev/null
            }
            number=0
            while read -r file; do
                curl -sf -X POST --data-binary "@$file" localhost:8042/instances > /dev/null
                fetch_and_forget "$work/rest-$number"
                curl -sf -X POST -H 'Content-Type: multipart/related; type="application/dicom"; boundary=spine-objects' \\
                    -H 'Accept: application/dicom+json' --data-binary "@$work/stow-$number" localhost:8042/dicom-web/studies > /dev/null
                fetch_and_forget "$work/stowed-$number"
                storescu -R localhost 4242 "$file"
                fetch_and_forget "$work/stored-$number"
                number=$((number + 1))
            done < "$work/list"
            """;

    private List<Path> objects() throws Exception {
        ScoringResult result = new ScoredStudy(Files.createDirectory(folder.resolve("images"))).result(ScoredStudy.spine());
        Path target = Files.createDirectory(folder.resolve("objects"));
        NativeDicomCodec codec = new NativeDicomCodec();
        List<Path> written = new ArrayList<>();
        for (ReportWriter writer : Stream.of(new SegReportWriter(codec), new SrReportWriter(codec), new GspsReportWriter(codec),
                new ScReportWriter(codec)).toList()) {
            written.addAll(writer.write(result, target));
        }
        assertTrue(written.size() > 10, written.toString());
        return written;
    }

    private static byte[] multipart(Path file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        body.write(Files.readAllBytes(file));
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    /** What follows the file meta information, whose length stands in its first element (PS3.10 7.1). */
    private static byte[] dataSet(byte[] file) {
        int length = file[140] & 0xff | (file[141] & 0xff) << 8;
        return Arrays.copyOfRange(file, 144 + length, file.length);
    }
}
