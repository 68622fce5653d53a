package spine.app.internal.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.anatomy.Vertebra;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.app.command.Console;
import spine.pipeline.StudyPipeline;
import spine.pipeline.StudyProviders;
import spine.tck.SampleSpine;

class StudyProfileTest {
    private static final ScoringInput SPINE = SampleSpine.whole().oedema(Vertebra.T7, 4, 0, 8, 5, 15).input();

    @TempDir
    private Path temp;

    @Test
    void everyStepTakesWhatWasUsedSinceTheOneBefore() {
        Iterator<Cost> meter = List.of(new Cost(100, 10), new Cost(130, 15), new Cost(135, 16), new Cost(200, 90)).iterator();
        StudyProfile profile = new StudyProfile(meter::next);
        profile.ended(Step.PREPARE);
        profile.ended(Step.ANATOMY);
        profile.ended(Step.PREPARE);
        assertEquals(new Cost(95, 79), profile.of(Step.PREPARE));
        assertEquals(new Cost(5, 1), profile.of(Step.ANATOMY));
        assertEquals(Cost.NONE, profile.of(Step.WRITE));
        assertEquals(new Cost(100, 80), profile.total());
    }

    /** The meter advances by one with every step that ends, so a step's cost is how often it ended. */
    @Test
    void thePipelineIsTimedStepByStep() throws Exception {
        long[] ticks = {0};
        StudyProfile profile = new StudyProfile(() -> new Cost(ticks[0]++, 0));
        ProfiledProviders profiled = new ProfiledProviders(profile);
        List<String> heard = new ArrayList<>();
        StudyProviders providers = new StudyProviders(new NothingFound(ModelRole.ANATOMY, ModelRole.ANATOMY_CLASSES),
                (study, maps) -> SPINE.anatomy(), new NothingFound(ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES),
                List.of(input -> new Score("none", "1.0.0", Map.of("total", 0.0), List.of(), List.of(), List.of())),
                List.of((result, folder) -> List.of(Files.writeString(folder.resolve("a.txt"), "a")), (result, folder) -> List.of()));
        new StudyPipeline(profiled.of(providers)).score(profiled.of(new InMemory()), temp.resolve("out"), (step, done) -> heard.add(step),
                new Cancellation());
        assertEquals(List.of(1L, 2L, 1L, 1L, 1L, 1L, 2L), Arrays.stream(Step.values()).map(step -> profile.of(step).wall()).toList());
        assertEquals(List.of("reading", "anatomy", "oedema", "scoring", "writing"), heard.stream().distinct().toList());
        assertTrue(Files.exists(temp.resolve("out").resolve("a.txt")));
    }

    @Test
    void theTableHasMediansOfTheWarmStudies() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false);
        List<StudyProfile> warm = List.of(reading(30, 50), reading(10, 20), reading(20, 30));
        new ProfileTable(new Cost(5_000_000_000L, 7_000_000_000L), reading(90, 170), warm, OptionalLong.of(1_500_000_000)).print(console);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(3 + Step.values().length + 2, lines.size());
        assertEquals("start            5000       7000", lines.get(2).stripTrailing());
        assertEquals("read               90        170       20.0       30.0", lines.get(3));
        assertEquals("study              90        170       20.0       30.0", lines.get(lines.size() - 2));
        assertEquals("peak memory 1.50 GB", lines.get(lines.size() - 1));
    }

    @Test
    void theTableIsOfferedAsJsonToo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false);
        console.configure(true, true);
        new ProfileTable(Cost.NONE, reading(90, 170), List.of(reading(10, 20)), OptionalLong.empty()).print(console);
        String json = out.toString(StandardCharsets.UTF_8).replaceAll("\\s", "");
        assertTrue(json.contains("\"cold\":{\"read\":{\"wallMs\":90.0,\"cpuMs\":170.0}"), json);
        assertTrue(json.contains("\"warm\":{\"read\":{\"wallMs\":10.0,\"cpuMs\":20.0}"), json);
        assertTrue(!json.contains("peakBytes"), json);
    }

    @Test
    void theMeterOnlyRises() throws Exception {
        ProcessMeter meter = new ProcessMeter();
        Cost before = meter.now();
        long sum = 0;
        for (int i = 0; i < 50_000_000; i++) {
            sum += i ^ sum;
        }
        Cost used = meter.now().minus(before);
        assertTrue(used.wall() > 0 && used.processor() >= 0, used + " for " + sum);
        assertTrue(meter.sinceStart().wall() > used.wall());
        assertTrue(meter.peakMemory().orElse(Long.MAX_VALUE) > 1_000_000);
    }

    private static StudyProfile reading(long wallMs, long processorMs) {
        Iterator<Cost> meter = List.of(Cost.NONE, new Cost(wallMs * 1_000_000, processorMs * 1_000_000)).iterator();
        StudyProfile profile = new StudyProfile(meter::next);
        profile.ended(Step.READ);
        return profile;
    }

    private static final class InMemory implements StudySource {

        @Override
        public String studyInstanceUid() {
            return SPINE.study().studyInstanceUid();
        }

        @Override
        public Study load() {
            return SPINE.study();
        }
    }

    /** Reports two steps, as the shipped models do. */
    private record NothingFound(String role, List<String> classes) implements SegmentationModel {

        @Override
        public ModelCard card() {
            return new ModelCard(role, "1.0.0", role, classes, Map.of(), 0.5, "none", Map.of(), "test", "00");
        }

        @Override
        public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
            progress.at("preparing", 0);
            progress.at("segmenting", 0);
            progress.at("segmenting", 1);
            return new ClassProbabilities(classes, new byte[classes.size()][stack.slices().size()][stack.rows() * stack.columns()]);
        }
    }
}
