package spine.itest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.inject.Inject;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.report.ReportReader;
import spine.api.report.ReportedScore;
import spine.api.report.ReportedStudy;
import spine.api.report.ReportedUnit;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/** A synthetic study goes through the whole platform as it is delivered. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ScoringIT {
    private static final long SEED = 7;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void aStudyIsScoredFromFilesToReport() throws Exception {
        PhantomStudy phantom = PhantomStudy.write(context, "scoring", SEED);
        Path work = phantom.work();
        StudySource source = Services.get(context, StudyReader.class).find(List.of(phantom.folder()), SeriesChoice.AUTOMATIC).get(0);

        ScoringResult result = score(source, work.resolve("first"));
        JsonNode report = new ObjectMapper().readTree(work.resolve("first").resolve("report.json").toFile());

        assertEquals("spine-report/1", report.path("schema").asText());
        assertEquals(source.studyInstanceUid(), report.path("study").path("studyInstanceUid").asText());
        assertEquals(List.of("vbivd", "bmo"), texts(report.path("models"), "role"));
        int images = result.study().stacks().stream().mapToInt(stack -> stack.slices().size()).sum();
        assertEquals(images, report.path("images").size());
        JsonNode sparcc = report.path("sparcc");
        assertEquals(23, sparcc.path("units").size());
        double sum = 0;
        int present = 0;
        for (JsonNode unit : sparcc.path("units")) {
            sum += unit.path("score").asDouble();
            present += unit.path("present").asBoolean() ? 1 : 0;
            assertTrue("window of " + unit, List.of(0, 3).contains(unit.path("window").size()));
        }
        assertEquals(sum, sparcc.path("total23").asDouble(), 0);
        assertTrue("only " + present + " units of a whole spine were found", present >= 20);
        assertTrue(Files.exists(work.resolve("first").resolve("report.html")));
        IntStream.rangeClosed(1, result.study().stacks().size())
                .forEach(i -> assertTrue(Files.exists(work.resolve("first").resolve("anatomy-" + i + ".seg.dcm"))));

        ReportReader reports = Services.get(context, ReportReader.class);
        assertEquals(List.of(), differences(result, reports.read(work.resolve("first").resolve("report.sr.dcm"))));

        score(source, work.resolve("second"));
        for (String file : List.of("report.sr.dcm", "units.dcm", "key-01.sc.dcm", "presentation-1.pr.dcm")) {
            assertArrayEquals(file, Files.readAllBytes(work.resolve("first").resolve(file)),
                    Files.readAllBytes(work.resolve("second").resolve(file)));
        }
        assertArrayEquals("the same study twice", withoutTiming(work.resolve("first")), withoutTiming(work.resolve("second")));
    }

    private ScoringResult score(StudySource source, Path folder) throws Exception {
        return Services.get(context, SpineScoring.class).score(source,
                new ScoringRequest(List.of("sparcc"), List.of("json", "html", "csv", "seg", "sr", "sc", "gsps"), folder), Progress.SILENT,
                new Cancellation());
    }

    /** What the structured report says otherwise than the result. */
    private static List<String> differences(ScoringResult result, ReportedStudy read) {
        List<String> differences = new ArrayList<>();
        Score score = result.scores().get(0);
        ReportedScore other = read.scores().get(0);
        if (!score.totals().equals(other.totals())) {
            differences.add(score.totals() + ", " + other.totals());
        }
        if (!result.images().equals(read.images())) {
            differences.add("images");
        }
        for (int i = 0; i < score.units().size(); i++) {
            UnitScore unit = score.units().get(i);
            ReportedUnit unitRead = other.units().get(i);
            boolean same = unit.unit().level().equals(unitRead.level()) && unit.unit().present() == unitRead.present()
                    && unit.score() == unitRead.score() && unit.window().equals(unitRead.window())
                    && unit.slices().size() == unitRead.slices().size();
            if (!same) {
                differences.add(unit + ", " + unitRead);
            }
        }
        return differences;
    }

    private static byte[] withoutTiming(Path folder) throws Exception {
        ObjectNode report = (ObjectNode) new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        report.remove("timing");
        return new ObjectMapper().writeValueAsBytes(report);
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.path(field).asText()));
        return texts;
    }
}
