package spine.app.internal.cli.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import spine.api.anatomy.Vertebra;
import spine.api.comparison.PatientTimeline.Comparison;
import spine.api.comparison.PatientTimeline.Place;
import spine.api.comparison.PatientTimeline.Reach;
import spine.api.correction.CorrectedResult;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;
import spine.app.command.Console;
import spine.tck.SampleSpine;

class CorrectionLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false);
    private final CorrectedResult result = new CorrectedResult(scored(Map.of("T7/8", 6.0, "T8/9", 3.0), Vertebra.T6),
            scored(Map.of("T7/8", 6.0, "T8/9", 12.0), Vertebra.T7));

    private static ScoringResult scored(Map<String, Double> points, Vertebra first) {
        ScoringInput spine = SampleSpine.of(7, first, Vertebra.T10).input();
        List<UnitScore> units = spine.anatomy().units().stream().map(unit -> new UnitScore(unit,
                points.getOrDefault(unit.level().label(), 0.0), List.of(), List.of())).toList();
        Map<String, Double> totals = new LinkedHashMap<>();
        totals.put("total23", units.stream().mapToDouble(UnitScore::score).sum());
        return new ScoringResult(spine.study(), List.of(), spine.anatomy(), spine.lesions(), List.of(),
                List.of(new Score("sparcc", "1.0.0", totals, List.of(), units, List.of())), List.of(), Timing.NONE);
    }

    @Test
    void totalsStandSideBySideWithTheUnitsThatDiffer() {
        new CorrectionLines(console).print(result, Path.of("corrected"), List.of());
        assertEquals(List.of(result.corrected().study().studyInstanceUid() + "  corrected",
                "  index            models  corrected",
                "  sparcc  total23       9         18",
                "          T6/7          0          -",
                "          T8/9          3         12"), out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void whatIsComparedAgainIsSaid() throws Exception {
        List<Comparison> compared = new TestTimeline(Path.of("results")).add(new Place("1.4", Path.of("corrected"), List.of(),
                Optional.of(Path.of("results/1.4"))), Reach.ANY_FOLDER).comparisons();
        new CorrectionLines(console).print(result, Path.of("corrected"), compared);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals("  1.4 compared with the result of 2023-01-05: total6 fell by 3 points. 1 warning  "
                + Path.of("results/comparisons/1.4/comparison.html"), lines.get(5));
        out.reset();
        console.configure(false, true);
        new CorrectionLines(console).print(result, Path.of("corrected"), compared);
        assertEquals("1.9", new ObjectMapper().readTree(out.toByteArray()).at("/comparisons/1/studyInstanceUid").asText());
    }

    @Test
    void programsGetTheSame() throws Exception {
        console.configure(false, true);
        new CorrectionLines(console).print(result, Path.of("corrected"), List.of());
        JsonNode sparcc = new ObjectMapper().readTree(out.toByteArray()).path("scores").path("sparcc");
        assertEquals(9, sparcc.path("total23").path("models").asDouble());
        assertEquals(18, sparcc.path("total23").path("corrected").asDouble());
        assertEquals(2, sparcc.path("units").size());
        assertEquals(12, sparcc.path("units").path("T8/9").path("corrected").asDouble());
        assertEquals(true, sparcc.path("units").path("T6/7").path("corrected").isNull());
    }
}
