package spine.app.internal.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import spine.api.report.ResultArchive;
import spine.common.file.BoundedFile;

/**
 * What the report of an earlier run says, in the shape of {@code docs/report.schema.json}.
 *
 * @param root of {@code report.json}
 */
public record KeptReport(JsonNode root) {
    private static final String FILE = "report.json";
    private static final String SCHEMA = "spine-report/1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Empty if the folder has no report as JSON, such as a result in other formats, or none that can be read. */
    public static Optional<KeptReport> in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeptReport(MAPPER.readTree(BoundedFile.read(file))))
                    .filter(report -> report.root.path("schema").asText().equals(SCHEMA));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Which images the result is of. */
    public ResultArchive.Contents contents() {
        Set<String> series = new HashSet<>();
        root.at("/study/stacks").forEach(stack -> series.add(stack.path("seriesInstanceUid").asText()));
        return new ResultArchive.Contents(root.at("/study/studyInstanceUid").asText(), series, List.of());
    }

    /** Sentences for the reader of the report. */
    public List<String> warnings() {
        List<String> sentences = new ArrayList<>();
        root.path("warnings").forEach(warning -> sentences.add(warning.asText()));
        return sentences;
    }
}
