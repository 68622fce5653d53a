package spine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.ClassProbabilities;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudyLabel;
import spine.api.image.StudySource;
import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.report.Predecessor;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.api.report.UsedSettings;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.api.service.EffectiveSettings;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.common.file.FileFailure;
import spine.pipeline.result.Manifest;
import spine.tck.SampleSpine;

/** The pipeline as a plain Java program uses it: no container, no registry, providers made by hand. */
class StudyPipelineTest {
    private static final int SLICE = 4;
    private static final Predecessor PREDECESSOR = new Predecessor(OptionalInt.of(1), Optional.empty());
    private static final int WIDTH = 10;
    private static final int HEIGHT = 8;
    private static final ScoringInput SPINE = SampleSpine.whole().oedema(Vertebra.T7, SLICE, 0, HEIGHT, 5, 5 + WIDTH).input();

    private static final ScoringIndex COUNT = input -> new Score("count", "1.0.0", Map.of("pixels", (double) pixels(input)), List.of(),
            List.of(),
            List.of("Counted by a test."));

    @TempDir
    private Path temp;

    @Test
    void aStudyIsScoredAndWrittenWithoutAContainer() throws Exception {
        Path folder = temp.resolve("out");
        List<String> steps = new ArrayList<>();
        ScoredStudy scored = new StudyPipeline(providers(StudyPipelineTest::writeTotals), List.of("The newest model served."))
                .score(source(), folder, (step, done) -> steps.add(step), new Cancellation());
        ScoringResult result = scored.result();
        assertEquals(WIDTH * HEIGHT, result.scores().get(0).totals().get("pixels"), "the lesion passes the filter as it is");
        assertEquals(List.of("The newest model served.", "Counted by a test."), result.warnings());
        assertEquals(List.of("anatomy", "oedema"), result.models().stream().map(ModelCard::id).toList());
        assertEquals(1, result.images().stream().filter(image -> image.inflamed()).count());
        assertEquals(1, scored.oedemaMaps().size());
        assertEquals("{pixels=80.0}", Files.readString(folder.resolve("totals.txt")));
        assertEquals(List.of("reading", "anatomy", "oedema", "scoring", "writing"), steps.stream().distinct().toList());
    }

    @Test
    void anIndexThatFailsLosesItsOwnScoreOnly() throws Exception {
        ScoringIndex failing = input -> {
            throw new ProviderFailedException("The scoring index broken 1.0.0 failed.", null);
        };
        Path folder = temp.resolve("out");
        ScoringResult result = new StudyPipeline(providers(List.of(failing, COUNT), StudyPipelineTest::writeTotals))
                .score(source(), folder, Progress.SILENT, new Cancellation()).result();
        assertEquals(List.of("count"), result.scores().stream().map(Score::indexId).toList());
        assertEquals(List.of("The scoring index broken 1.0.0 failed."), result.failures());
        assertEquals("The scoring index broken 1.0.0 failed.", result.everyWarning().get(0));
        assertEquals("{pixels=80.0}", Files.readString(folder.resolve("totals.txt")));
        StudyPipeline none = new StudyPipeline(providers(List.of(failing, failing)));
        assertEquals("The scoring index broken 1.0.0 failed. The scoring index broken 1.0.0 failed.",
                assertThrows(ProviderFailedException.class,
                () -> none.score(source(), folder, Progress.SILENT, new Cancellation())).getMessage());
    }

    /** The strict and the lenient findings are scored for the interval alone. */
    @Test
    void anIndexThatFailsOnAThresholdLosesItsIntervalOnly() throws Exception {
        for (int failsAt = 2; failsAt <= 3; failsAt++) {
            int failing = failsAt;
            AtomicInteger asked = new AtomicInteger();
            ScoringIndex index = input -> {
                if (asked.incrementAndGet() == failing) {
                    throw new ProviderFailedException("The scoring index count 1.0.0 failed.", null);
                }
                return COUNT.score(input);
            };
            ScoringResult result = calibrated(index, Map.of(), Map.of());
            assertEquals(80, result.scores().get(0).totals().get("pixels"));
            assertEquals(List.of(), result.failures());
            assertEquals("No interval: The scoring index count 1.0.0 failed.", result.intervals().get(0).withheld());
        }
    }

    @Test
    void anIntervalNeedsTheSettingsOfItsCalibration() throws Exception {
        Map<String, String> deep = Map.of("spine.count.deep", "5", "spine.other.key", "1");
        assertEquals("", calibrated(COUNT, Map.of(), Map.of("spine.other.key", "1")).intervals().get(0).withheld());
        assertEquals("", calibrated(COUNT, deep, Map.of("spine.count.deep", "5")).intervals().get(0).withheld());
        assertEquals("No interval: it was calibrated with the default settings of count; in effect are the settings spine.count.deep = 5.",
                calibrated(COUNT, Map.of(), deep).intervals().get(0).withheld());
        assertEquals("No interval: it was calibrated with the settings spine.count.deep = 5 of count; in effect are the default settings.",
                calibrated(COUNT, deep, Map.of()).intervals().get(0).withheld());
    }

    @Test
    void anIntervalBelongsToTheIndexOfThePlatformAndNotToItsName() throws Exception {
        assertEquals("No interval: it was calibrated for the platform's own count, and this is another index of that name.",
                calibrated((ForeignIndex) COUNT::score, Map.of(), Map.of()).intervals().get(0).withheld());
    }

    private static ScoringResult calibrated(ScoringIndex index, Map<String, String> then, Map<String, String> now) throws Exception {
        IntervalRule rule = new IntervalRule("count", 0.9, 0.9, 0.1, Map.of("pixels", 0.0), Map.of(), "0".repeat(64), "")
                .withSettings(then);
        BrightPixels oedema = new BrightPixels(new BrightPixels("oedema", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES).card()
                .withIntervals(rule));
        StudyProviders providers = new StudyProviders(new BrightPixels("anatomy", ModelRole.ANATOMY, ModelRole.ANATOMY_CLASSES),
                (study, maps) -> SPINE.anatomy(), oedema, List.of(index), List.of());
        EffectiveSettings settings = new EffectiveSettings() {
            @Override
            public Map<String, String> changed() {
                return now;
            }

            @Override
            public String sha256() {
                return "1".repeat(64);
            }
        };
        return new StudyPipeline(providers, List.of(), SettingsAtStart.of(settings), StudyLabelling.NONE, Optional.empty())
                .score(source(), Path.of("unused"), Progress.SILENT, new Cancellation()).result();
    }

    /** Java says of a full disk neither the file nor the folder. */
    @Test
    void aFailureToWriteNamesTheResult() {
        Path folder = temp.resolve("out").resolve("study");
        StudyPipeline full = new StudyPipeline(providers((result, target) -> {
            throw new IOException("No space left on device");
        }));
        assertEquals(folder + " cannot be read or written: No space left on device.", FileFailure.sentence(assertThrows(IOException.class,
                () -> full.score(source(), folder, Progress.SILENT, new Cancellation()))));
    }

    /** Whatever a localiser says of what it found: a sum over nothing is 0, which reads like a healthy spine. */
    @Test
    void withoutAUnitThereIsNoTotal() throws Exception {
        SpineAnatomy nothing = new SpineAnatomy(SPINE.anatomy().stacks(),
                DiscLevel.ALL.stream().map(DiscovertebralUnit::absent).toList(), List.of());
        StudyProviders whole = providers(StudyPipelineTest::writeTotals);
        Path folder = temp.resolve("out");
        ScoringResult result = new StudyPipeline(new StudyProviders(whole.anatomyModel(), (study, maps) -> nothing, whole.oedemaModel(),
                whole.indexes(), whole.writers())).score(source(), folder, Progress.SILENT, new Cancellation()).result();
        String sentence = "No discovertebral unit was recognised in these images: nothing was scored.";
        assertEquals(Optional.of(sentence), result.anatomy().noSpine());
        assertEquals(List.of(sentence), result.warnings());
        assertEquals("{pixels=NaN}", Files.readString(folder.resolve("totals.txt")));
        assertTrue(Files.readString(folder.resolve(Manifest.FILE)).contains("\"noSpine\" : \"" + sentence));
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 1000, 1e300, 0.01, Double.MIN_VALUE})
    void whatNoScannerMeasuresIsRefusedBeforeTheModels(double spacing) {
        SliceStack stack = SPINE.study().stacks().get(0);
        List<Slice> slices = stack.slices().stream().map(slice -> new Slice(slice.sopInstanceUid(), slice.sopClassUid(),
                new SlicePlane(slice.plane().origin(), slice.plane().alongRow(), slice.plane().alongColumn(), spacing, spacing),
                slice.rows(), slice.columns(), slice.pixels(), slice.source())).toList();
        Study study = new Study("1.2", List.of(new SliceStack("1.3", "", "STIR", stack.acquisition(), slices)), List.of());
        StudySource source = new StudySource() {
            @Override
            public String studyInstanceUid() {
                return "1.2";
            }

            @Override
            public Study load() {
                return study;
            }
        };
        Path folder = temp.resolve("out");
        String reason = assertThrows(UnusableInputException.class, () -> new StudyPipeline(providers(StudyPipelineTest::writeTotals))
                .score(source, folder, Progress.SILENT, new Cancellation())).getMessage();
        assertTrue(reason.startsWith("Stack 1 (STIR) of study 1.2 cannot be scored: it says that "), reason);
        assertFalse(Files.exists(folder));
    }

    @Test
    void withoutAWriterNoFolderIsMade() throws Exception {
        Path folder = temp.resolve("out");
        new StudyPipeline(providers()).score(source(), folder, Progress.SILENT, new Cancellation());
        assertFalse(Files.exists(folder));
    }

    @Test
    void aFailedOrCancelledStudyLeavesNothing() {
        Path folder = temp.resolve("out").resolve("study");
        StudyPipeline failing = new StudyPipeline(providers(StudyPipelineTest::writeTotals, (result, target) -> {
            throw new IOException("the disk is full");
        }));
        assertThrows(IOException.class, () -> failing.score(source(), folder, Progress.SILENT, new Cancellation()));
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        StudyPipeline whole = new StudyPipeline(providers(StudyPipelineTest::writeTotals));
        assertThrows(CancellationException.class, () -> whole.score(source(), folder, Progress.SILENT, cancelled));
        assertFalse(Files.exists(temp.resolve("out")));
        assertTrue(Files.exists(temp));
    }

    @Test
    void aResultSaysWhatItWasSetToAndWhoseItIsWhereAsked() throws Exception {
        EffectiveSettings fixed = settings(() -> "a");
        StudyLabel label = new StudyLabel(Optional.of("P0"), Optional.of("2018-07-09"));
        ScoringResult result = new StudyPipeline(providers(StudyPipelineTest::writeTotals), List.of(), SettingsAtStart.of(fixed), study ->
                label, Optional.of(PREDECESSOR))
                .score(source(), temp.resolve("out"), Progress.SILENT, new Cancellation()).result();
        assertEquals(new UsedSettings(Map.of("x.key", "a"), "a"), result.settings());
        assertEquals(label, result.study().label());
        assertEquals(Optional.of(PREDECESSOR), result.predecessor());
        assertEquals(List.of("Counted by a test."), result.warnings());
        assertEquals(UsedSettings.UNKNOWN, new StudyPipeline(providers()).score(source(), temp, Progress.SILENT, new Cancellation())
                .result()
                .settings());
    }

    @Test
    void settingsThatChangeMeanwhileAreDoubted() throws Exception {
        Iterator<String> values = List.of("a", "a", "b", "b").iterator();
        ScoringResult result = new StudyPipeline(providers(), List.of(), SettingsAtStart.of(settings(values::next)), StudyLabelling.NONE,
                Optional.empty()).score(source(), temp, Progress.SILENT, new Cancellation()).result();
        assertEquals("a", result.settings().sha256());
        assertEquals("The settings changed while this study was scored; the report names those from before.", result.warnings().get(0));
    }

    @Test
    void aLabelNeedsFilesAndSomethingThatReadsThem() throws Exception {
        ScoringRequest request = new ScoringRequest(List.of("count"), List.of(), temp).labelled(Optional.empty(), true);
        assertThrows(UnavailableException.class, () -> StudyLabelling.asked(request, Optional.empty()));
        StudyLabelling labelling = StudyLabelling.asked(request, Optional.of((image, key, date) -> StudyLabel.NONE));
        assertEquals("study " + SPINE.study().studyInstanceUid() + " lies in no files, so that nothing can tell its pseudonym or date",
                assertThrows(UnusableInputException.class, () -> labelling.of(SPINE.study())).getMessage());
        assertEquals(StudyLabelling.NONE, StudyLabelling.asked(request.labelled(Optional.empty(), false), Optional.empty()));
    }

    private static EffectiveSettings settings(Supplier<String> value) {
        return new EffectiveSettings() {
            @Override
            public Map<String, String> changed() {
                return Map.of("x.key", value.get());
            }

            @Override
            public String sha256() {
                return value.get();
            }
        };
    }

    private static StudyProviders providers(ReportWriter... writers) {
        return providers(List.of(COUNT), writers);
    }

    private static StudyProviders providers(List<ScoringIndex> indexes, ReportWriter... writers) {
        return new StudyProviders(new BrightPixels("anatomy", ModelRole.ANATOMY, ModelRole.ANATOMY_CLASSES), (study, maps) ->
                SPINE.anatomy(),
                new BrightPixels("oedema", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES), indexes, List.of(writers));
    }

    private static List<Path> writeTotals(ScoringResult result, Path folder) throws IOException {
        return List.of(Files.writeString(folder.resolve("totals.txt"), result.scores().get(0).totals().toString()));
    }

    private static long pixels(ScoringInput input) {
        long pixels = 0;
        for (byte[] slice : input.lesions().get(0).lesion()) {
            for (byte value : slice) {
                pixels += value;
            }
        }
        return pixels;
    }

    private static StudySource source() {
        return new StudySource() {
            @Override
            public String studyInstanceUid() {
                return SPINE.study().studyInstanceUid();
            }

            @Override
            public Study load() {
                return SPINE.study();
            }
        };
    }

    /** Its second class is whatever is as bright as the sample's oedema. */
    private static final class BrightPixels implements SegmentationModel {
        private final ModelCard card;

        BrightPixels(String id, String role, List<String> classes) {
            this(new ModelCard(id, "1.0.0", role, classes, Map.of(), 0.5, "", Map.of(), "", "0".repeat(64)));
        }

        BrightPixels(ModelCard card) {
            this.card = card;
        }

        @Override
        public ModelCard card() {
            return card;
        }

        @Override
        public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
            cancellation.check();
            byte[][][] maps = new byte[card.classes().size()][stack.slices().size()][stack.rows() * stack.columns()];
            for (int slice = 0; slice < stack.slices().size(); slice++) {
                float[] pixels = stack.slices().get(slice).pixels();
                for (int i = 0; i < pixels.length; i++) {
                    maps[pixels[i] == SampleSpine.OEDEMA ? 1 : 0][slice][i] = (byte) 255;
                }
            }
            progress.at("segmenting", 1);
            return new ClassProbabilities(card.classes(), maps);
        }
    }
}
