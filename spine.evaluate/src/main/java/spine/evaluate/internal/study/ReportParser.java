package spine.evaluate.internal.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.image.Vec3;
import spine.api.report.ImageFinding;
import spine.api.score.ScoreInterval;

/**
 * Reads {@code report.json} and {@code truth.json} of the schema {@code spine-report/1}: the index SPARCC if it is there,
 * else the first.
 */
public final class ReportParser {
    private static final String SCHEMA = "spine-report/1";
    private static final String DEFAULT_INDEX = "sparcc";
    /** The one number beside the totals of an index that is none of them. */
    private static final String UNITS_IN_VIEW = "unitsInView";

    /** @throws UnusableInputException if the file is not such a report */
    public StudyReport read(Path file) throws UnusableInputException, IOException {
        JsonNode report = JsonFile.read(file);
        if (!SCHEMA.equals(report.path("schema").asText())) {
            throw new UnusableInputException(file + " is not a report of the schema " + SCHEMA + ".");
        }
        String study = report.at("/study/studyInstanceUid").asText();
        if (study.isEmpty()) {
            throw new UnusableInputException(file + " names no study.");
        }
        JsonNode index = report.path(report.has(DEFAULT_INDEX) ? DEFAULT_INDEX : report.at("/index/id").asText(DEFAULT_INDEX));
        if (!index.isObject()) {
            throw new UnusableInputException(file + " holds no scores.");
        }
        try {
            return new StudyReport(file, study, provenance(report), report.path("researchUse").asText(), stacks(report), totals(index),
                    intervals(index), units(index), images(report), discs(report), vertebrae(report),
                    report.at("/anatomy/nameConfidence").asDouble(Double.NaN), words(report.at("/anatomy/warnings")));
        } catch (IllegalArgumentException malformed) {
            throw new UnusableInputException(file + " cannot be understood: " + malformed.getMessage() + ".", malformed);
        }
    }

    private static List<String> provenance(JsonNode report) {
        List<String> provenance = new ArrayList<>();
        provenance.add("index " + report.at("/index/id").asText(DEFAULT_INDEX) + " " + report.at("/index/version").asText());
        for (JsonNode model : report.path("models")) {
            String weights = model.path("weightsSha256").asText();
            provenance.add("model " + model.path("id").asText() + " " + model.path("version").asText()
                    + (weights.isEmpty() ? "" : ", weights SHA-256 " + weights));
        }
        return provenance;
    }

    private static List<StackGeometry> stacks(JsonNode report) {
        List<StackGeometry> stacks = new ArrayList<>();
        for (JsonNode stack : report.at("/study/stacks")) {
            stacks.add(new StackGeometry(stack.path("seriesInstanceUid").asText(), stack.path("slices").asInt(),
                    stack.path("spacing").path(0).asDouble(Double.NaN), stack.path("spacing").path(2).asDouble(Double.NaN)));
        }
        return stacks;
    }

    private static Map<String, Double> totals(JsonNode index) {
        Map<String, Double> totals = new LinkedHashMap<>();
        index.fields().forEachRemaining(field -> {
            if (field.getValue().isNumber() && !field.getKey().equals(UNITS_IN_VIEW)) {
                totals.put(field.getKey(), field.getValue().asDouble());
            }
        });
        return totals;
    }

    private static Map<String, ScoreInterval> intervals(JsonNode index) {
        Map<String, ScoreInterval> intervals = new LinkedHashMap<>();
        index.at("/intervals/totals").fields().forEachRemaining(field -> intervals.put(field.getKey(),
                new ScoreInterval(field.getValue().path(0).asDouble(), field.getValue().path(1).asDouble())));
        return intervals;
    }

    private static Map<DiscLevel, UnitFinding> units(JsonNode index) {
        Map<DiscLevel, UnitFinding> units = new TreeMap<>();
        for (JsonNode unit : index.path("units")) {
            if (unit.path("present").asBoolean()) {
                units.put(DiscLevel.of(unit.path("level").asText()), new UnitFinding(unit.path("score").asDouble(),
                        unit.path("confidence").asDouble(Double.NaN), points(unit, "deep"), points(unit, "intense"), slices(unit)));
            }
        }
        return units;
    }

    private static Map<String, SlicePoints> slices(JsonNode unit) {
        Map<String, SlicePoints> slices = new LinkedHashMap<>();
        unit.path("slices").forEach(slice -> slices.put(slice.path("sopInstanceUid").asText(),
                new SlicePoints(slice.path("deep").asBoolean(), slice.path("intense").asBoolean())));
        return slices;
    }

    private static int points(JsonNode unit, String sign) {
        Set<String> window = new HashSet<>();
        unit.path("window").forEach(image -> window.add(image.asText()));
        int points = 0;
        for (JsonNode slice : unit.path("slices")) {
            points += slice.path(sign).asBoolean() && window.contains(slice.path("sopInstanceUid").asText()) ? 1 : 0;
        }
        return points;
    }

    private static Map<String, ImageFinding> images(JsonNode report) {
        Map<String, ImageFinding> images = new LinkedHashMap<>();
        for (JsonNode image : report.path("images")) {
            String uid = image.path("sopInstanceUid").asText();
            images.put(uid, new ImageFinding(uid, image.path("inflamed").asBoolean(), image.path("probability").asDouble()));
        }
        return images;
    }

    private static Map<DiscLevel, Vec3> discs(JsonNode report) {
        Map<DiscLevel, Vec3> discs = new TreeMap<>();
        for (JsonNode disc : report.at("/anatomy/discs")) {
            JsonNode centre = disc.path("centreMm");
            discs.put(DiscLevel.of(disc.path("level").asText()),
                    new Vec3(centre.path(0).asDouble(), centre.path(1).asDouble(), centre.path(2).asDouble()));
        }
        return discs;
    }

    private static Map<String, Double> vertebrae(JsonNode report) {
        Map<String, Double> confidences = new LinkedHashMap<>();
        report.at("/anatomy/vertebrae")
                .forEach(body -> confidences.put(body.path("level").asText(), body.path("confidence").asDouble(Double.NaN)));
        return confidences;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }
}
