package spine.evaluate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.Vertebra;
import spine.api.image.SliceStack;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.Quadrant;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.seg.SegMaskReader;
import spine.io.dicom.internal.seg.SegReportWriter;
import spine.io.dicom.internal.sr.SrReportReader;
import spine.io.dicom.internal.sr.SrReportWriter;
import spine.tck.SampleSpine;

/** A study whose result is a structured report alone is evaluated as one with a {@code report.json}. */
class StructuredReportTest {
    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final TruthEvaluation evaluation = new TruthEvaluation(new SegMaskReader(codec), new SrReportReader(codec), codec);
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;
    private ScoringResult result;
    private Path truth;
    private Path reports;

    @BeforeEach
    void write() throws Exception {
        result = result(SampleSpine.whole().oedema(Vertebra.T7, 4, 0, 6, 0, 8).input());
        truth = Files.createDirectories(folder.resolve("truth"));
        reports = Files.createDirectories(folder.resolve("reports"));
        json.writeValue(truth.resolve("truth.json").toFile(), report());
    }

    @Test
    void itSaysTheSameAsReportJson() throws Exception {
        json.writeValue(reports.resolve("report.json").toFile(), report());
        JsonNode ofJson = sections();
        Files.delete(reports.resolve("report.json"));
        new SrReportWriter(codec).write(result, reports);
        JsonNode ofSr = sections();
        assertEquals(1, ofSr.at("/Studies/studies evaluated/value").asDouble());
        for (String section : List.of("Level names", "Images", "Units", "Score total23", "Depth and intensity points, by unit")) {
            assertFalse(ofJson.path(section).isMissingNode(), section);
            assertEquals(ofJson.path(section), ofSr.path(section), section);
        }
    }

    @Test
    void besideReportJsonItIsNotReadAgain() throws Exception {
        json.writeValue(reports.resolve("report.json").toFile(), report());
        new SrReportWriter(codec).write(result, reports);
        assertEquals(1, sections().at("/Studies/studies evaluated/value").asDouble());
    }

    @Test
    void masksThatWereNotKeptAreNotCompared() throws Exception {
        new SegReportWriter(codec).write(result, truth);
        new SrReportWriter(codec).write(result, reports);
        JsonNode without = sections();
        assertEquals(0, without.at("/Studies/studies whose masks are compared/value").asInt(-1));
        assertTrue(without.at("/Dice/vertebral body, all images/value").isNull());
        new SegReportWriter(codec).write(result, reports);
        JsonNode with = sections();
        assertEquals(1, with.at("/Studies/studies whose masks are compared/value").asInt(-1));
        assertEquals(1, with.at("/Dice/vertebral body, all images/value").asDouble());
    }

    private JsonNode sections() throws Exception {
        Path out = folder.resolve("out");
        evaluation.evaluate(truth, reports, Optional.of(out));
        return json.readTree(out.resolve("evaluation.json").toFile()).get("sections");
    }

    private ObjectNode report() {
        ObjectNode report = json.createObjectNode().put("schema", "spine-report/1").put("researchUse", "Tests only.");
        ObjectNode study = report.putObject("study").put("studyInstanceUid", result.study().studyInstanceUid());
        SliceStack stack = result.study().stacks().get(0);
        study.putArray("stacks").addObject().put("seriesInstanceUid", stack.seriesInstanceUid()).put("slices", stack.slices().size())
                .putArray("spacing").add(1).add(1).add(4);
        report.putObject("index").put("id", "sparcc").put("version", "1.2.0");
        ObjectNode sparcc = report.putObject("sparcc");
        result.scores().get(0).totals().forEach(sparcc::put);
        ArrayNode units = sparcc.putArray("units");
        for (UnitScore unit : result.scores().get(0).units()) {
            ObjectNode node = units.addObject().put("level", unit.unit().level().label()).put("present", unit.unit().present())
                    .put("confidence", unit.unit().confidence()).put("score", unit.score());
            ArrayNode window = node.putArray("window");
            unit.window().forEach(window::add);
            ArrayNode slices = node.putArray("slices");
            unit.slices().forEach(slice -> slices.addObject().put("sopInstanceUid", slice.sopInstanceUid()).put("deep", slice.deep())
                    .put("intense", slice.intense()));
        }
        ArrayNode images = report.putArray("images");
        result.images().forEach(image -> images.addObject().put("sopInstanceUid", image.sopInstanceUid())
                .put("inflamed", image.inflamed()).put("probability", image.probability()));
        ObjectNode anatomy = report.putObject("anatomy").put("nameConfidence", result.anatomy().nameConfidence());
        ArrayNode discs = anatomy.putArray("discs");
        for (Disc disc : result.anatomy().stacks().get(0).discs()) {
            discs.addObject().put("level", disc.level().label()).putArray("centreMm").add(disc.centre().x()).add(disc.centre().y())
                    .add(disc.centre().z());
        }
        return report;
    }

    private static ScoringResult result(ScoringInput input) {
        List<String> images = input.study().stacks().get(0).slices().stream().map(slice -> slice.sopInstanceUid()).toList();
        List<UnitScore> units = new ArrayList<>();
        for (DiscovertebralUnit unit : input.anatomy().units()) {
            units.add(unit.level().upper() == Vertebra.T6 ? new UnitScore(unit, 3, images.subList(3, 6), List.of(
                    new SliceFinding(images.get(4), EnumSet.of(Quadrant.LOWER_ANTERIOR, Quadrant.LOWER_POSTERIOR), true, false, 12, 48,
                            Double.NaN)))
                    : UnitScore.zero(unit));
        }
        List<ImageFinding> findings = new ArrayList<>();
        images.forEach(image -> findings.add(new ImageFinding(image, findings.size() == 4, findings.size() == 4 ? 0.8 : 0.1)));
        return new ScoringResult(input.study(), List.of(), input.anatomy(), input.lesions(), findings,
                List.of(new Score("sparcc", "1.2.0", Map.of("total23", 3.0), List.of("T6/7"), units, List.of())), List.of(), Timing.NONE);
    }
}
