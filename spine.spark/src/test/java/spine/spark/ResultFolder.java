package spine.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import spine.common.digest.Sha256;

/** All files of a run. */
final class ResultFolder {
    private static final Set<String> TIMED = Set.of("studies.csv", "manifest.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultFolder() {
    }

    /** Byte for byte, apart from the times in {@code report.json}, and what names them or the digests of such files. */
    static void assertEqual(Path expected, Path actual) throws IOException {
        Map<String, String> files = digests(actual);
        files.remove("failures.csv");
        assertEquals(digests(expected), files);
    }

    /** The results of some studies, each of which may lie elsewhere. */
    static void assertEqual(Path expected, Path actual, List<String> studies) throws IOException {
        for (String study : studies) {
            assertEquals(digests(expected.resolve(study)), digests(actual.resolve(study)), study);
        }
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).filter(file -> !TIMED.contains(file.getFileName().toString())).toList()) {
                digests.put(folder.relativize(file).toString(), Sha256.of(content(file)));
            }
        }
        return digests;
    }

    private static byte[] content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.endsWith("report.json")) {
            return bytes;
        }
        ObjectNode report = (ObjectNode) JSON.readTree(bytes);
        report.remove("timing");
        return JSON.writeValueAsBytes(report);
    }
}
