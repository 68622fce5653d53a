package spine.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.lease.Rank;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.app.internal.model.ChoiceFile;
import spine.app.internal.model.ModelChoices;

class ScoringPipelineTest {
    @TempDir
    private Path temp;
    private Providers providers;
    private ScoringPipeline pipeline;
    private final List<String> written = new ArrayList<>();
    private int nextId;

    @BeforeEach
    void offerEverything() {
        providers = TestProviders.in(temp);
        pipeline = new ScoringPipeline(providers);
        addModel("oedema", "1.0.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES);
        offerTheRest();
    }

    private void offerTheRest() {
        addModel("anatomy", "1.0.0", ModelRole.ANATOMY, ModelRole.ANATOMY_CLASSES);
        AnatomyLocaliser localiser = (study, maps) -> Fixtures.anatomy(Fixtures.allBody(2), "Counting is unsure.");
        providers.localisers().table().add("localiser", new Offer<>("", "", "", localiser), rank("1.0.0"));
        ScoringIndex index = input -> new Score("sparcc", "1.0.0", Map.of("total23", 0.0), List.of(), List.of(), List.of("Score is a guess."));
        providers.indexes().table().add("sparcc", new Offer<>("sparcc", "sparcc", "1.0.0", index), rank("1.0.0"));
        addWriter("json");
        addWriter("html");
    }

    @Test
    void servesAStudyFromEndToEnd() throws Exception {
        Path folder = temp.resolve("out").resolve("1.2");
        ScoringResult result = score(source("Warning: One slice is missing.", "Two series were left out."), folder, "json", "html");
        assertEquals(List.of("anatomy", "oedema"), result.models().stream().map(ModelCard::id).toList());
        assertEquals(2, result.images().size());
        assertTrue(result.images().get(0).inflamed());
        assertEquals(List.of("One slice is missing.",
                "No vertebra was recognised in these images, so the scores say nothing about the patient.",
                "Counting is unsure.", "Score is a guess."), result.warnings());
        assertEquals(List.of("html", "json"), written, "the format that names the writing time comes last");
        assertTrue(Files.exists(folder.resolve("json")));
        assertTrue(result.timing().totalMs() >= result.timing().writeMs());
    }

    @Test
    void theNewestModelServesTheNextStudyAndTheOldOneAfterItsWithdrawal() throws Exception {
        Object newer = addModel("oedema", "1.10.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES);
        assertEquals("1.10.0", score(source(), temp.resolve("a"), "json").models().get(1).version());
        assertTrue(providers.models().table().remove(newer, Duration.ofSeconds(1)));
        assertEquals("1.0.0", score(source(), temp.resolve("b"), "json").models().get(1).version());
    }

    @Test
    void theChosenVersionServesAcrossRestartsAndItsAbsenceIsSaidInTheReport() throws Exception {
        addModel("oedema", "1.10.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES);
        ModelSwitch versions = new ModelSwitch(providers, new ModelList(providers));
        assertEquals("oedema@1.0.0 serves the next study.", versions.use("oedema@1.0"));
        assertEquals("1.0.0", score(source(), temp.resolve("a"), "json").models().get(1).version());

        providers = TestProviders.in(temp);
        pipeline = new ScoringPipeline(providers);
        offerTheRest();
        addModel("oedema", "1.10.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES);
        ScoringResult result = score(source(), temp.resolve("b"), "json");
        assertEquals("1.10.0", result.models().get(1).version());
        assertEquals("The chosen model oedema@1.0.0 is not available; oedema@1.10.0 served instead.", result.warnings().get(0));
        addModel("oedema", "1.0.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES);
        assertEquals("1.0.0", score(source(), temp.resolve("c"), "json").models().get(1).version());
    }

    @Test
    void rollbackReturnsToTheVersionThatServedBefore() throws Exception {
        ModelSwitch versions = new ModelSwitch(providers, new ModelList(providers));
        assertThrows(UnavailableException.class, () -> versions.rollback("oedema"));
        score(source(), temp.resolve("a"), "json");
        addModel("oedema", "1.9.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES);
        addModel("oedema", "1.10.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES);
        assertEquals("1.10.0", score(source(), temp.resolve("b"), "json").models().get(1).version());
        versions.rollback("oedema");
        assertEquals("1.0.0", score(source(), temp.resolve("c"), "json").models().get(1).version());
        versions.rollback("oedema");
        assertEquals("1.10.0", score(source(), temp.resolve("d"), "json").models().get(1).version());
        versions.use("oedema@1.9.0");
        versions.use("oedema@newest");
        assertEquals("1.10.0", score(source(), temp.resolve("e"), "json").models().get(1).version());
        assertEquals(List.of("serving", "standby", "standby"), new ModelList(providers).entries().stream()
                .filter(entry -> entry.role().equals(ModelRole.OEDEMA)).map(entry -> entry.state().word()).toList());
    }

    @Test
    void aChoiceThatCannotBeIsAnsweredAndChangesNothing() {
        ModelSwitch versions = new ModelSwitch(providers, new ModelList(providers));
        assertThrows(IllegalArgumentException.class, () -> versions.use("oedema"));
        UnavailableException e = assertThrows(UnavailableException.class, () -> versions.use("oedema@7.0.0"));
        assertEquals("No model oedema@7.0.0 is available; there is oedema@1.0.0, anatomy@1.0.0.", e.getMessage());
        assertEquals(ModelChoices.NONE, new ChoiceFile(temp.resolve("models.json")).read());
    }

    @Test
    void aModelIsFreeAgainAfterAFailedStudy() {
        StudySource broken = source(() -> {
            throw new UnusableInputException("x.dcm is cut off.");
        });
        assertThrows(UnusableInputException.class, () -> score(broken, temp.resolve("out"), "json"));
        assertFalse(Files.exists(temp.resolve("out")));
        providers.models().table().providers().forEach(offer -> assertEquals("1.0.0", offer.service().card().version()));
        assertTimelyRemoval();
    }

    @Test
    void namesWhatIsMissing() {
        ScoringRequest request = new ScoringRequest(List.of("berlin"), List.of("json"), temp.resolve("out"));
        UnavailableException e = assertThrows(UnavailableException.class,
                () -> pipeline.score(source(), request, Progress.SILENT, new Cancellation()));
        assertEquals("No scoring index berlin is available; there is sparcc.", e.getMessage());
        assertTimelyRemoval();
    }

    @Test
    void aWriterThatFailsLeavesNoFolder() {
        providers.writers().table().add("bad", new Offer<>("bad", "", "", (ReportWriter) (result, folder) -> {
            Files.writeString(folder.resolve("half"), "x");
            throw new IOException("disk full");
        }), rank("1.0.0"));
        assertThrows(IOException.class, () -> score(source(), temp.resolve("out").resolve("s"), "json", "bad"));
        assertFalse(Files.exists(temp.resolve("out")));
    }

    @Test
    void aCancelledStudyEndsWithoutAFolder() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        ScoringRequest request = new ScoringRequest(List.of("sparcc"), List.of("json"), temp.resolve("out"));
        assertThrows(CancellationException.class, () -> pipeline.score(source(), request, Progress.SILENT, cancellation));
        assertFalse(Files.exists(temp.resolve("out")));
    }

    private void assertTimelyRemoval() {
        try {
            assertTrue(providers.models().table().remove("anatomy 1.0.0", Duration.ofSeconds(1)), "a lease was left open");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ScoringResult score(StudySource source, Path folder, String... formats) throws Exception {
        return pipeline.score(source, new ScoringRequest(List.of("sparcc"), List.of(formats), folder), Progress.SILENT, new Cancellation());
    }

    private Object addModel(String id, String version, String role, List<String> classes) {
        ModelCard card = new ModelCard(id, version, role, classes, Map.of(), 0.5, 0.5, "", Map.of(), "", "0".repeat(64));
        SegmentationModel model = new SegmentationModel() {
            @Override
            public ModelCard card() {
                return card;
            }

            @Override
            public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
                cancellation.check();
                byte[][][] maps = new byte[classes.size()][stack.slices().size()][stack.rows() * stack.columns()];
                for (byte[] slice : maps[1]) {
                    Arrays.fill(slice, (byte) 255);
                }
                return new ClassProbabilities(classes, maps);
            }
        };
        String key = id + " " + version;
        providers.models().table().add(key, new Offer<>(role, id, version, model), rank(version));
        return key;
    }

    private void addWriter(String format) {
        ReportWriter writer = (result, folder) -> {
            written.add(format);
            return List.of(Files.writeString(folder.resolve(format), result.study().studyInstanceUid()));
        };
        providers.writers().table().add(format, new Offer<>(format, "", "", writer), rank("1.0.0"));
    }

    private Rank rank(String version) {
        return new Rank(0, version, nextId++);
    }

    private static StudySource source(String... notes) {
        return source(() -> Fixtures.study("1.2", notes));
    }

    private interface Loading {
        Study load() throws UnusableInputException;
    }

    private static StudySource source(Loading loading) {
        return new StudySource() {
            @Override
            public String studyInstanceUid() {
                return "1.2";
            }

            @Override
            public Study load() throws UnusableInputException {
                return loading.load();
            }
        };
    }
}
