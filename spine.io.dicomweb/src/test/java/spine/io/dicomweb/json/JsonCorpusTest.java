package spine.io.dicomweb.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import spine.api.UnusableInputException;
import spine.dicom.DicomObject;
import spine.dicom.codec.NativeDicomCodec;

/** Every file of the shared corpus in the DICOM JSON model, compared with what pydicom makes of it. */
class JsonCorpusTest {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build());

    @Test
    void allFilesSayTheSameAsThoseOfPydicom() throws Exception {
        Map<Path, JsonNode> expected = pydicom(files());
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<Path, JsonNode> file : expected.entrySet()) {
            DicomObject object;
            try {
                object = new NativeDicomCodec().read(file.getKey(), false);
            } catch (UnusableInputException unusable) {
                continue;
            }
            compared++;
            String name = file.getKey().getFileName().toString();
            dataSet(name, file.getValue(), JSON.readTree(text(object)), differences);
            readBack(name, object, differences);
        }
        assertTrue(compared > 90, compared + " files were compared");
        assertEquals("", differences.stream().sorted().collect(Collectors.joining("\n")));
    }

    private static String text(DicomObject object) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DicomJsonWriter writer = DicomJsonWriter.single(out)) {
            writer.write(object, BulkData.INLINE);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void readBack(String name, DicomObject object, List<String> differences) throws Exception {
        String text = text(object);
        List<DicomObject> read = new DicomJsonReader(name).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        if (!text.equals(text(read.get(0)))) {
            differences.add(name + ": is another one when it was read");
        }
    }

    private static void dataSet(String where, JsonNode expected, JsonNode actual, List<String> differences) {
        TreeSet<String> tags = new TreeSet<>();
        expected.fieldNames().forEachRemaining(tags::add);
        actual.fieldNames().forEachRemaining(tags::add);
        for (String tag : tags) {
            JsonNode one = expected.get(tag);
            JsonNode other = actual.get(tag);
            String place = where + " " + tag;
            // The text is in UTF-8, which ours says; group lengths are retired; what follows the pixels is not read.
            if (tag.equals("00080005") || tag.endsWith("0000") || tag.compareTo("7FE00010") > 0) {
                continue;
            }
            // pydicom knows private attributes of some vendors by name; where a file does not say what they are, they stay unknown here.
            if (one != null && other != null && (isUnknown(one) || isUnknown(other))) {
                continue;
            }
            if (one == null || other == null) {
                differences.add(place + ": " + one + " | " + other);
            } else if (!one.get("vr").equals(other.get("vr"))) {
                differences.add(place + ": " + one.get("vr") + " | " + other.get("vr"));
            } else if (one.get("vr").asText().equals("SQ")) {
                items(place, one.path("Value"), other.path("Value"), differences);
            } else if (!canonical(one).equals(canonical(other))) {
                differences.add(place + ": " + canonical(one) + " | " + canonical(other));
            }
        }
    }

    private static boolean isUnknown(JsonNode element) {
        return element.get("vr").asText().equals("UN");
    }

    private static void items(String place, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.size() != actual.size()) {
            differences.add(place + ": " + expected.size() + " items | " + actual.size());
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            dataSet(place + "/" + i, expected.get(i), actual.get(i), differences);
        }
    }

    /**
     * Numbers by value, which has 32 bits for FL and the sign of zero for none, texts without blanks around them; a value of nothing but
     * empty ones is none.
     */
    private static String canonical(JsonNode element) {
        if (element.has("InlineBinary")) {
            return element.get("InlineBinary").asText();
        }
        boolean isSingle = element.get("vr").asText().equals("FL");
        StringBuilder words = new StringBuilder();
        for (Iterator<JsonNode> values = element.path("Value").elements(); values.hasNext();) {
            JsonNode value = values.next();
            if (value.isNumber()) {
                words.append(isSingle ? value.floatValue() + 0f : value.doubleValue() + 0.0);
            } else if (value.isObject()) {
                value.fields().forEachRemaining(group -> words.append(group.getKey()).append('=').append(group.getValue().asText()
                        .strip()));
            } else if (!value.isNull()) {
                words.append(value.asText().strip());
            }
            words.append('|');
        }
        return words.toString().replaceAll("\\|+$", "");
    }

    private static Map<Path, JsonNode> pydicom(List<Path> files) throws Exception {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(Files.isExecutable(python), "no system Python, comparison with pydicom skipped");
        Process process = new ProcessBuilder(python.toString(), "-W", "ignore", "-c", script())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream names = process.getOutputStream()) {
            names.write(files.stream().map(Path::toString).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
        }
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assumptions.assumeTrue(process.waitFor() == 0, "pydicom is not installed, comparison skipped");
        Map<Path, JsonNode> expected = new LinkedHashMap<>();
        for (String line : answer.lines().toList()) {
            try (JsonParser parser = JSON.createParser(line.substring(line.indexOf('\t') + 1))) {
                expected.put(Path.of(line.substring(0, line.indexOf('\t'))), JSON.readTree(parser));
            }
        }
        return expected;
    }

    private static String script() throws IOException {
        try (InputStream script = JsonCorpusTest.class.getResourceAsStream("to_json.py")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As in {@code CONTRIBUTING.md}: {@code shared/data} in the checkout or above it. */
    private static List<Path> files() throws IOException {
        Path above = Path.of(System.getProperty("spine.shared", "shared")).toAbsolutePath();
        while (above != null && !Files.isDirectory(above.resolve("data/dicom")) && !Files.isDirectory(above.resolve("shared/data/dicom"))) {
            above = above.getParent();
        }
        Assumptions.assumeTrue(above != null, "shared DICOM files are not here, test skipped");
        Path folder = Files.isDirectory(above.resolve("data/dicom")) ? above.resolve("data/dicom") : above.resolve("shared/data/dicom");
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
