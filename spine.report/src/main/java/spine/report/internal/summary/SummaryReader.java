package spine.report.internal.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.score.ScoreInterval;
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;

/** Reads {@code report.json} of the schema {@code spine-report/1}, of this version or an earlier one. Safe for use by many threads. */
public final class SummaryReader {
    /** In the folder of a result. */
    public static final String FILE = "report.json";
    private static final String SCHEMA = "spine-report/1";
    /** The one number beside the totals of an index that is none of them. */
    private static final String UNITS_IN_VIEW = "unitsInView";

    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param folder of a result
     * @throws UnusableInputException if its report cannot be read; the sentence names it
     */
    public StudySummary read(Path folder) throws UnusableInputException {
        Path file = folder.resolve(FILE);
        JsonNode report = tree(file);
        String study = report.at("/study/studyInstanceUid").asText();
        if (!SCHEMA.equals(report.path("schema").asText()) || study.isEmpty()) {
            throw new UnusableInputException(file + " is not a report of the schema " + SCHEMA + " on a study.");
        }
        try {
            return summary(study, report);
        } catch (IllegalArgumentException malformed) {
            throw new UnusableInputException(file + " cannot be understood: " + malformed.getMessage() + ".", malformed);
        }
    }

    private static StudySummary summary(String study, JsonNode report) {
        return new StudySummary(study, word(report.at("/study/pseudonym")), date(report.path("study")),
                report.at("/anatomy/spine").asBoolean(true), report.at("/anatomy/units").asInt(), indices(report), models(report),
                report.at("/settings/sha256").asText(), report.path("images").size(), inflamed(report.path("images")),
                words(report.path("warnings")), words(report.path("failures")), corrected(report.path("correction")),
                report.path("researchUse").asText());
    }

    private JsonNode tree(Path file) throws UnusableInputException {
        try {
            return json.readTree(BoundedFile.regular(file, BoundedFile.LONGEST));
        } catch (JsonProcessingException broken) {
            throw new UnusableInputException(file + " is not valid JSON.", broken);
        } catch (IOException unreadable) {
            throw new UnusableInputException(FileFailure.sentence(unreadable), unreadable);
        }
    }

    /** The index that scored first comes first, whatever the order of the members. */
    private static List<IndexSummary> indices(JsonNode report) {
        String first = report.at("/index/id").asText();
        List<IndexSummary> indices = new ArrayList<>();
        report.fields().forEachRemaining(member -> {
            if (member.getValue().path("units").isArray()) {
                indices.add(member.getKey().equals(first) ? 0 : indices.size(), index(member.getKey(), member.getValue()));
            }
        });
        return indices;
    }

    private static IndexSummary index(String id, JsonNode section) {
        Map<String, Double> totals = new LinkedHashMap<>();
        section.fields().forEachRemaining(field -> {
            if (!field.getKey().equals(UNITS_IN_VIEW) && (field.getValue().isNumber() || field.getValue().isNull())) {
                totals.put(field.getKey(), number(field.getValue()));
            }
        });
        Map<String, ScoreInterval> intervals = new LinkedHashMap<>();
        section.at("/intervals/totals").fields().forEachRemaining(field -> interval(field.getValue())
                .ifPresent(interval -> intervals.put(field.getKey(), interval)));
        SortedMap<DiscLevel, Double> units = new TreeMap<>();
        section.path("units").forEach(unit -> {
            if (unit.path("present").asBoolean()) {
                units.put(DiscLevel.of(unit.path("level").asText()), number(unit.path("score")));
            }
        });
        return new IndexSummary(id, totals, intervals, section.at("/intervals/coverage").asDouble(Double.NaN),
                section.path(UNITS_IN_VIEW).asInt(), words(section.path("worst")), units);
    }

    /** NaN where there is none, or one that no double can hold. */
    private static double number(JsonNode node) {
        double value = node.asDouble(Double.NaN);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static Optional<ScoreInterval> interval(JsonNode bounds) {
        double lower = number(bounds.path(0));
        double upper = number(bounds.path(1));
        return lower >= 0 && lower <= upper ? Optional.of(new ScoreInterval(lower, upper)) : Optional.empty();
    }

    private static List<String> models(JsonNode report) {
        return stream(report.path("models")).map(model -> model.path("role").asText() + " " + model.path("id").asText() + " "
                + model.path("version").asText() + (model.path("weightsSha256").asText().isEmpty() ? ""
                        : ", weights SHA-256 " + model.path("weightsSha256").asText())).toList();
    }

    private static int inflamed(JsonNode images) {
        return (int) stream(images).filter(image -> image.path("inflamed").asBoolean()).count();
    }

    private static boolean corrected(JsonNode correction) {
        return correction.path("renamed").size() + correction.path("structures").size() > 0
                || stream(correction.path("oedema")).anyMatch(count -> count.asInt() > 0);
    }

    private static Optional<String> date(JsonNode study) {
        return study.has("studyDate") ? Optional.of(word(study.path("studyDate")).orElse("")) : Optional.empty();
    }

    private static Optional<String> word(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static List<String> words(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
