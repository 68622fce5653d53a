package spine.report.internal.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import spine.api.UnusableInputException;
import spine.api.report.UsedSettings;
import spine.common.file.BoundedFile;

/** What {@code report.json} says of the result that the archive beside it does not know. */
record ReportHead(UsedSettings settings) {
    static final String FILE = "report.json";
    private static final String SCHEMA = "spine-report/1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param studyInstanceUid of the archive */
    static ReportHead read(Path file, String studyInstanceUid) throws UnusableInputException, IOException {
        JsonNode report;
        try {
            report = JSON.readTree(BoundedFile.regular(file, BoundedFile.LONGEST));
        } catch (JsonProcessingException e) {
            throw new UnusableInputException(file + " is damaged: score the study anew.", e);
        }
        if (!SCHEMA.equals(report.path("schema").asText())) {
            throw new UnusableInputException(file + " is no report of this version of spine: score the study anew.");
        }
        if (!studyInstanceUid.equals(report.at("/study/studyInstanceUid").asText())) {
            throw new UnusableInputException(file + " and the files beside it are of different studies: score the study anew.");
        }
        JsonNode settings = report.path("settings");
        Map<String, String> changed = new TreeMap<>();
        settings.path("changed").properties().forEach(entry -> changed.put(entry.getKey(), entry.getValue().asText()));
        return new ReportHead(new UsedSettings(changed, settings.path("sha256").asText()));
    }
}
