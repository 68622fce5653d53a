package spine.itest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

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
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.StudyComparison;
import spine.api.correction.CorrectedResult;
import spine.api.correction.CorrectionRequest;
import spine.api.correction.ResultCorrection;
import spine.api.image.LabelMap;
import spine.api.image.SeriesChoice;
import spine.api.image.SliceStack;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.report.Correction;
import spine.api.report.MaskWriter;
import spine.api.report.ReportReader;
import spine.api.report.ScoringResult;
import spine.api.score.UnitScore;
import spine.api.service.PhantomGenerator;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/** A result is corrected in every way that a person can, and scored again. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class RescoringIT {
    private static final long SEED = 7;
    private static final List<String> FORMATS = List.of("json", "html", "csv", "seg", "sr");

    @Inject
    private BundleContext context;

    private Path work;
    private StudySource source;
    private Path result;
    private ScoringResult machine;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void aPersonCorrectsAResult() throws Exception {
        work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "rescoring");
        Services.get(context, PhantomGenerator.class).write(SEED, work.resolve("study"));
        source = Services.get(context, StudyReader.class).find(List.of(work.resolve("study")), SeriesChoice.AUTOMATIC).get(0);
        result = work.resolve("result");
        machine = Services.get(context, SpineScoring.class).score(source, new ScoringRequest(List.of("sparcc"), FORMATS, result),
                Progress.SILENT, new Cancellation());
        byte[] report = Files.readAllBytes(result.resolve("report.json"));

        nothing();
        oedema();
        compared();
        anatomy();
        names();

        assertArrayEquals("the report of the models", report, Files.readAllBytes(result.resolve("report.json")));
    }

    private void nothing() throws Exception {
        CorrectedResult same = rescore("same", List.of(), Map.of());
        assertEquals(machine.scores(), same.machine().scores());
        assertEquals(machine.scores(), same.corrected().scores());
        assertEquals(machine.findings(), same.corrected().findings());
        assertEquals(machine.images(), same.corrected().images());
        assertEquals(machine.intervals(), same.corrected().intervals());
        assertTrue(same.corrected().correction().orElseThrow().none());
        for (int stack = 1; stack <= machine.study().stacks().size(); stack++) {
            String mask = "anatomy-" + stack + ".seg.dcm";
            assertArrayEquals(mask, Files.readAllBytes(result.resolve(mask)), Files.readAllBytes(work.resolve("same").resolve(mask)));
        }
    }

    /** All oedema of the models on the station of a clean unit goes, and the whole body above its disc is called oedema. */
    private void oedema() throws Exception {
        DiscovertebralUnit unit = machine.scores().get(0).units().stream().filter(score -> score.unit().present() && score.score() == 0)
                .map(UnitScore::unit).findFirst().orElseThrow();
        byte[][] structures = machine.anatomy().stacks().get(unit.stack()).structures();
        byte[][] drawn = new byte[structures.length][];
        for (int slice = 0; slice < drawn.length; slice++) {
            drawn[slice] = new byte[structures[slice].length];
            for (int i = 0; i < drawn[slice].length; i++) {
                drawn[slice][i] = (byte) (structures[slice][i] == StackAnatomy.bodyCode(unit.level().upper()) ? 1 : 0);
            }
        }
        Path file = write("mine.dcm", unit.stack(), List.of("background", "Bone marrow edema"), drawn);
        CorrectedResult corrected = rescore("oedema", List.of(file), Map.of());
        double points = points(corrected.corrected(), unit.level().label());
        assertTrue("the drawn oedema scores " + points, points >= 6);
        Correction correction = corrected.corrected().correction().orElseThrow();
        assertEquals(List.of("mine.dcm"), correction.files().stream().map(Correction.MaskFile::name).toList());
        assertEquals(1, correction.oedema().added());
        JsonNode report = new ObjectMapper().readTree(work.resolve("oedema/report.json").toFile());
        assertEquals(1, report.path("correction").path("oedema").path("added").asInt());
        assertEquals(Services.get(context, ReportReader.class).read(result.resolve("report.sr.dcm")).document().orElseThrow()
                .sopInstanceUid(), report.path("predecessor").path("report").path("sopInstanceUid").asText());
        assertFalse(report.path("sparcc").path("intervals").path("withheld").asText().isEmpty());
        String warnings = report.path("warnings").toString();
        assertTrue(warnings, warnings.contains("A person corrected this result of the models (regions of oedema: 1 added"));
    }

    /** A comparison takes what a person corrected, shows the images, and says what is odd: one study, and no error that would hold. */
    private void compared() throws Exception {
        ComparisonSummary summary = Services.get(context, StudyComparison.class).compare(List.of(
                new StudyComparison.TimePoint(result, Optional.of(source)),
                new StudyComparison.TimePoint(work.resolve("oedema"), Optional.of(source))), work.resolve("comparison"));
        String warnings = summary.warnings().toString();
        assertTrue(warnings, warnings.contains("Follow-up: a person corrected"));
        assertTrue(warnings, warnings.contains("is of a study that is here already"));
        assertFalse(warnings, warnings.contains("another patient"));
        assertEquals(ComparisonSummary.Verdict.UNDETERMINED, summary.totals().get(0).verdict());
        assertTrue(Files.readString(summary.page()).contains("class=\"slice\""));
    }

    /** The outermost pixels of one body go on every row; all other bodies keep what was measured of them. */
    private void anatomy() throws Exception {
        DiscovertebralUnit unit = machine.anatomy().unit(DiscLevel.of("T9/10"));
        byte code = StackAnatomy.bodyCode(Vertebra.T9);
        StackAnatomy stack = machine.anatomy().stacks().get(unit.stack());
        List<String> names = new ArrayList<>(List.of("background"));
        Stream.of(Vertebra.values()).map(Vertebra::name).forEach(names::add);
        List<DiscLevel> levels = Stream.concat(DiscLevel.ALL.stream(), DiscLevel.VARIANTS.stream()).toList();
        levels.forEach(level -> names.add(level.label()));
        byte[][] masks = new byte[stack.structures().length][];
        for (int slice = 0; slice < masks.length; slice++) {
            byte[] before = stack.structures()[slice];
            masks[slice] = new byte[before.length];
            for (int i = 0; i < before.length; i++) {
                boolean edge = before[i] == code && (i == 0 || before[i - 1] != code);
                if (before[i] != 0 && !edge) {
                    byte structure = before[i];
                    masks[slice][i] = (byte) names.indexOf(StackAnatomy.isBody(structure) ? Vertebra.ofCode(structure).name()
                            : levels.stream().filter(level -> level.code() == structure).findFirst().orElseThrow().label());
                }
            }
        }
        CorrectedResult corrected = rescore("anatomy", List.of(write("bodies.dcm", unit.stack(), names, masks)), Map.of());
        assertEquals(List.of("T9 in station " + (unit.stack() + 1)), corrected.corrected().correction().orElseThrow().structures());
        StackAnatomy after = corrected.corrected().anatomy().stacks().get(unit.stack());
        for (VertebralBody body : stack.bodies()) {
            VertebralBody now = after.body(body.level()).orElseThrow();
            assertEquals(body.level().name(), body.level() != Vertebra.T9, body.equals(now));
            assertEquals(0, body.centre().distance(now.centre()), 2);
            assertEquals(body.heightMm(), now.heightMm(), 2);
        }
        assertEquals(machine.anatomy().units().stream().map(DiscovertebralUnit::present).toList(),
                corrected.corrected().anatomy().units().stream().map(DiscovertebralUnit::present).toList());
    }

    private void names() throws Exception {
        CorrectedResult corrected = rescore("names", List.of(), Map.of(Vertebra.L1, Vertebra.T13));
        Map<Vertebra, Vertebra> renamed = corrected.corrected().correction().orElseThrow().renamed();
        assertEquals(Vertebra.L1, renamed.get(Vertebra.L2));
        assertFalse(renamed.containsKey(Vertebra.T12));
        assertEquals(points(corrected.machine(), "T12/L1"), points(corrected.corrected(), "T12/13"), 0);
        assertEquals(points(corrected.machine(), "L2/3"), points(corrected.corrected(), "L1/2"), 0);
    }

    private static double points(ScoringResult result, String level) {
        return result.scores().get(0).units().stream().filter(unit -> unit.unit().level().label().equals(level)).findFirst().orElseThrow()
                .score();
    }

    private CorrectedResult rescore(String name, List<Path> masks, Map<Vertebra, Vertebra> names) throws Exception {
        return Services.get(context, ResultCorrection.class).rescore(source, new CorrectionRequest(result, masks, names, List.of(), FORMATS,
                work.resolve(name)), Progress.SILENT, new Cancellation());
    }

    /** As another program writes masks: without the codes that spine gives its own. */
    private Path write(String name, int stack, List<String> labels, byte[][] masks) throws Exception {
        SliceStack images = machine.study().stacks().get(stack);
        assertTrue(Services.get(context, MaskWriter.class).write(machine.study().studyInstanceUid(), images, "edited",
                new LabelMap(labels, Arrays.stream(masks).map(byte[]::clone).toArray(byte[][]::new)), 42, work.resolve(name)));
        return work.resolve(name);
    }
}
