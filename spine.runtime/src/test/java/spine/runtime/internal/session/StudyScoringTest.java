package spine.runtime.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static spine.runtime.internal.session.TestPlatform.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.image.ClassProbabilities;
import spine.api.image.Note;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.api.service.ExistingResult;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.pipeline.ProviderFailedException;
import spine.runtime.ModelName;
import spine.runtime.internal.admission.RejectedProvider;
import spine.runtime.internal.provider.Providers;
import spine.runtime.internal.selection.ModelSelection;
import spine.runtime.internal.selection.ModelSelectionStore;
import spine.runtime.internal.selection.ModelTrialRecord;
import spine.runtime.internal.selection.VersionSwitch;

class StudyScoringTest {
    private static final int QUESTIONS_OF_SELF_TEST = 2;

    @TempDir
    private Path temp;
    private TestPlatform platform;
    private Providers providers;

    @BeforeEach
    void offerEverything() {
        platform = new TestPlatform(temp);
        providers = platform.providers;
        platform.addOedemaModel("1.0.0");
    }

    @Test
    void servesAStudyFromEndToEnd() throws Exception {
        Path folder = temp.resolve("out").resolve("1.2");
        ScoringResult result = score(source(Note.warning("One slice is missing."), Note.info("Two series were left out.")), folder, "json",
                "html");
        assertEquals(List.of("anatomy", "oedema"), result.models().stream().map(ModelCard::id).toList());
        assertEquals(2, result.images().size());
        assertTrue(result.images().get(0).inflamed());
        assertEquals(List.of("One slice is missing.",
                "No vertebra was recognised in stack 1 of 2 images; it counts for nothing.",
                "Only 1 of 23 units are in view; the totals are of these alone.",
                "Counting is unsure.", "Score is a guess."), result.warnings());
        assertEquals(List.of("html", "json"), platform.written, "the format that names the writing time comes last");
        assertTrue(Files.exists(folder.resolve("json")));
        assertTrue(result.timing().totalMs() >= result.timing().writeMs());
    }

    /** To look for an older result and to write a new one. */
    @Test
    void filesOfAStudyAreDigestedOnce() throws Exception {
        Path file = Files.writeString(temp.resolve("image"), "pixels");
        AtomicInteger asked = new AtomicInteger();
        StudySource plain = source();
        StudySource counted = new StudySource() {
            @Override
            public String studyInstanceUid() {
                return plain.studyInstanceUid();
            }

            @Override
            public List<Path> files() {
                asked.incrementAndGet();
                return List.of(file);
            }

            @Override
            public Study load() throws UnusableInputException {
                return plain.load();
            }
        };
        ScoringRequest request = new ScoringRequest(List.of("sparcc"), List.of("json"), temp.resolve("out").resolve("1.2"));
        assertEquals(ExistingResult.State.NONE, platform.pipeline.existing(counted, request).state());
        int before = asked.get();
        score(counted, request.folder(), "json");
        assertEquals(before, asked.get());
    }

    @Test
    void theNewestModelServesTheNextStudyAndTheOldOneAfterItsWithdrawal() throws Exception {
        Object newer = platform.addOedemaModel("1.10.0");
        assertEquals("1.10.0", score(source(), temp.resolve("a"), "json").models().get(1).version());
        assertTrue(providers.models().table().remove(newer, Duration.ofSeconds(1)));
        assertEquals("1.0.0", score(source(), temp.resolve("b"), "json").models().get(1).version());
    }

    @Test
    void theChosenVersionServesAcrossRestartsAndItsAbsenceIsSaidInTheReport() throws Exception {
        platform.addOedemaModel("1.10.0");
        VersionSwitch versions = platform.versions();
        assertEquals("oedema@1.0.0 serves the next study.", versions.use("oedema@1.0"));
        assertEquals("1.0.0", score(source(), temp.resolve("a"), "json").models().get(1).version());

        platform = new TestPlatform(temp);
        providers = platform.providers;
        platform.addOedemaModel("1.10.0");
        ScoringResult result = score(source(), temp.resolve("b"), "json");
        assertEquals("1.10.0", result.models().get(1).version());
        assertEquals("The chosen model oedema@1.0.0 is not available; oedema@1.10.0 served instead.", result.warnings().get(0));
        platform.addOedemaModel("1.0.0");
        assertEquals("1.0.0", score(source(), temp.resolve("c"), "json").models().get(1).version());
    }

    @Test
    void aDroppedModelServesOnlyWhenItIsAcceptedOrChosenAndTheReportSaysSo() throws Exception {
        platform.dropOedemaModel("1.10.0", "weak");
        assertEquals("1.0.0", score(source(), temp.resolve("a"), "json").models().get(1).version());
        String untried = "it has not been compared with a model that serves";
        assertEquals("standby: " + untried + "; ./spine models try oedema@1.10.0 does so, and lets it serve if it is no worse",
                stateOf("1.10.0"));

        platform.versions().use("oedema@1.10.0");
        for (int i = 0; i < 2; i++) {
            ScoringResult chosen = score(source(), temp.resolve("b"), "json");
            assertEquals("1.10.0", chosen.models().get(1).version());
            assertEquals("The model oedema@1.10.0 serves because it was chosen, although " + untried + ".", chosen.warnings().get(0));
        }
        assertEquals("The newest accepted bmo model serves the next study, now oedema@1.0.0.", platform.versions().use("oedema@newest"));

        platform.dropOedemaModel("1.11.0", TestPlatform.SHIPPED_WEIGHTS);
        assertEquals("1.11.0", score(source(), temp.resolve("c"), "json").models().get(1).version(),
                "the weights are those of the platform");
        ModelName serving = new ModelName("oedema", "1.0.0");
        platform.selection.change(all -> all.tried("strong", new ModelTrialRecord(new ModelName("oedema", "1.12.0"), serving, "", "",
                true)));
        platform.dropOedemaModel("1.12.0", "strong");
        ScoringResult accepted = score(source(), temp.resolve("d"), "json");
        assertEquals("1.12.0", accepted.models().get(1).version());
        assertEquals("Counting is unsure.", accepted.warnings().get(accepted.warnings().size() - 2));
        assertFalse(accepted.warnings().get(0).startsWith("The model"), accepted.warnings().toString());
    }

    @Test
    void whatServedAsAPartOfThePlatformIsAcceptedWhenItComesFromTheFolderAlone() throws Exception {
        score(source(), temp.resolve("a"), "json");
        assertTrue(providers.models().table().remove("oedema 1.0.0", Duration.ofSeconds(1)));
        platform.dropOedemaModel("1.1.0", "weak");
        assertEquals("No model bmo serves: oedema@1.1.0 is on standby, because there is no accepted bmo model with which it could be "
                + "compared;"
                + " ./spine models use oedema@1.1.0 lets it serve.",
                assertThrows(UnavailableException.class, () -> score(source(), temp.resolve("b"), "json")).getMessage());
        platform.dropOedemaModel("1.0.1", TestPlatform.SHIPPED_WEIGHTS);
        assertEquals("1.0.1", score(source(), temp.resolve("c"), "json").models().get(1).version());
    }

    private String stateOf(String version) {
        return platform.models().entries().stream().filter(entry -> entry.name().equals(new ModelName("oedema", version)))
                .map(entry -> entry.state().word() + ": " + entry.remark()).findFirst().orElseThrow();
    }

    @Test
    void rollbackReturnsToTheVersionThatServedBefore() throws Exception {
        VersionSwitch versions = platform.versions();
        assertThrows(UnavailableException.class, () -> versions.rollback("oedema"));
        score(source(), temp.resolve("a"), "json");
        platform.addOedemaModel("1.9.0");
        platform.addOedemaModel("1.10.0");
        assertEquals("1.10.0", score(source(), temp.resolve("b"), "json").models().get(1).version());
        versions.rollback("oedema");
        assertEquals("1.0.0", score(source(), temp.resolve("c"), "json").models().get(1).version());
        versions.rollback("oedema");
        assertEquals("1.10.0", score(source(), temp.resolve("d"), "json").models().get(1).version());
        versions.use("oedema@1.9.0");
        versions.use("oedema@newest");
        assertEquals("1.10.0", score(source(), temp.resolve("e"), "json").models().get(1).version());
        assertEquals(List.of("serving", "standby", "standby"), platform.models().entries().stream()
                .filter(entry -> entry.role().equals(ModelRole.OEDEMA)).map(entry -> entry.state().word()).toList());
    }

    @Test
    void aChoiceThatCannotBeIsAnsweredAndChangesNothing() {
        VersionSwitch versions = platform.versions();
        assertThrows(IllegalArgumentException.class, () -> versions.use("oedema"));
        UnavailableException e = assertThrows(UnavailableException.class, () -> versions.use("oedema@7.0.0"));
        assertEquals("No model oedema@7.0.0 is available; there is anatomy@1.0.0, oedema@1.0.0.", e.getMessage());
        assertEquals(ModelSelection.NONE, new ModelSelectionStore(temp.resolve("models.json")).read());
    }

    @Test
    void aModelIsFreeAgainAfterAFailedStudy() {
        StudySource broken = source("1.2", () -> {
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
                () -> platform.pipeline.score(source(), request, Progress.SILENT, new Cancellation()));
        assertEquals("No scoring index berlin is available; there is sparcc.", e.getMessage());
        assertTimelyRemoval();
    }

    @Test
    void aWriterThatFailsLeavesNoFolder() {
        platform.addWriter("bad", (result, folder) -> {
            Files.writeString(folder.resolve("half"), "x");
            throw new IOException("disk full");
        });
        assertThrows(IOException.class, () -> score(source(), temp.resolve("out").resolve("s"), "json", "bad"));
        assertFalse(Files.exists(temp.resolve("out")));
    }

    /** Neither a word of Java for the user, nor the end of a batch. */
    @Test
    void whateverAModelThrowsIsItsOwnFailure() {
        for (RuntimeException own : List.of(new IllegalArgumentException("bound must be positive"), new CancellationException())) {
            String version = own instanceof CancellationException ? "1.2.0" : "1.1.0";
            platform.addModel("oedema", version, ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, (stack, cancellation) -> {
                throw own;
            });
            ProviderFailedException e = assertThrows(ProviderFailedException.class, () -> score(source(), temp.resolve("out"), "json"));
            assertTrue(e.getMessage().startsWith("The model oedema@" + version + " failed ("), e.getMessage());
        }
    }

    @Test
    void aWriterThatDoesNotEndIsLeftBehindAndTheOthersWrite() throws Exception {
        Cancellation over = new Cancellation();
        platform.addWriter("slow", (result, folder) -> {
            waitDeaf(over);
            return List.of();
        });
        ProviderFailedException e = assertThrows(ProviderFailedException.class, () -> score(source(), temp.resolve("out"), "json", "slow"));
        assertEquals("The writer of slow did not answer within 1 s.", e.getMessage());
        assertFalse(Files.exists(temp.resolve("out")));
        score(source(), temp.resolve("out"), "json");
        over.cancel();
        assertTimelyRemoval();
    }

    @Test
    void aCancelledStudyEndsWithoutAFolder() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        ScoringRequest request = new ScoringRequest(List.of("sparcc"), List.of("json"), temp.resolve("out"));
        assertThrows(CancellationException.class, () -> platform.pipeline.score(source(), request, Progress.SILENT, cancellation));
        assertFalse(Files.exists(temp.resolve("out")));
    }

    @Test
    void anIndexThatDoesNotAnswerIsOutOfUseAndTheOthersServe() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        platform.addIndex("slow", input -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        });
        ScoringRequest request = new ScoringRequest(List.of("slow"), List.of("json"), temp.resolve("out"));
        ProviderFailedException e = assertThrows(ProviderFailedException.class,
                () -> platform.pipeline.score(source(), request, Progress.SILENT, new Cancellation()));
        assertEquals("The scoring index slow 1.0.0 is out of use until it is installed anew, because it did not answer within 1 s.",
                e.getMessage());
        UnavailableException then = assertThrows(UnavailableException.class,
                () -> platform.pipeline.score(source(), request, Progress.SILENT, new Cancellation()));
        assertEquals("No scoring index slow is available; slow 1.0.0 is refused: it did not answer within 1 s; there is sparcc.",
                then.getMessage());
        assertFalse(Files.exists(temp.resolve("out")));
        assertTrue(providers.indexes().tracker().remove("slow", Duration.ofSeconds(1)));
        score(source(), temp.resolve("out"), "json");
        assertTimelyRemoval();
    }

    @Test
    void anIndexThatInterruptsWhoWaitsForItCostsNothingAndACancelledStudyEndsByIt() throws Exception {
        Thread waits = Thread.currentThread();
        Cancellation cancellation = new Cancellation();
        platform.addIndex("interrupts", input -> {
            waits.interrupt();
            return TestPlatform.score("interrupts", input);
        });
        platform.addIndex("cancels", input -> {
            cancellation.cancel();
            waits.interrupt();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
            return TestPlatform.score("cancels", input);
        });
        ScoringRequest request = new ScoringRequest(List.of("interrupts", "sparcc"), List.of("json"), temp.resolve("out"));
        assertEquals(2, platform.pipeline.score(source(), request, Progress.SILENT, cancellation).scores().size());
        assertFalse(Thread.interrupted());
        ScoringRequest other = new ScoringRequest(List.of("cancels"), List.of("json"), temp.resolve("other"));
        assertThrows(CancellationException.class, () -> platform.pipeline.score(source(), other, Progress.SILENT, cancellation));
        assertFalse(Files.exists(temp.resolve("other")));
        Thread.interrupted();
    }

    @Test
    void aModelThatDoesNotAnswerIsOutOfUseAndTheOlderOneServes() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch asksToStop = new CountDownLatch(1);
        platform.admitOedemaModel("1.1.0", (stack, cancellation) -> {
            if (asked.incrementAndGet() > QUESTIONS_OF_SELF_TEST) {
                waitDeaf(cancellation);
                asksToStop.countDown();
            }
            return TestPlatform.everywhere(ModelRole.OEDEMA_CLASSES, stack);
        });
        ProviderFailedException e = assertThrows(ProviderFailedException.class, () -> score(source(), temp.resolve("out"), "json"));
        assertEquals("The model oedema@1.1.0 is out of use until it is installed anew, because it did not answer within 2 s.",
                e.getMessage());
        assertFalse(Files.exists(temp.resolve("out")));
        assertTrue(asksToStop.await(30, TimeUnit.SECONDS), "it was not asked to stop");
        assertEquals("1.0.0", score(source(), temp.resolve("out"), "json").models().get(1).version());
        assertEquals(List.of("it did not answer within 2 s"),
                providers.models().tracker().refusals().stream().map(RejectedProvider::reason).toList());
        assertTimelyRemoval();
    }

    @Test
    void aModelThatNothingCouldReplaceIsAskedAgain() throws Exception {
        assertTrue(providers.models().table().remove("oedema 1.0.0", Duration.ofSeconds(1)));
        AtomicInteger asked = new AtomicInteger();
        platform.admitOedemaModel("1.1.0", (stack, cancellation) -> {
            if (asked.incrementAndGet() == QUESTIONS_OF_SELF_TEST + 1) {
                waitDeaf(cancellation);
            }
            return TestPlatform.everywhere(ModelRole.OEDEMA_CLASSES, stack);
        });
        ProviderFailedException e = assertThrows(ProviderFailedException.class, () -> score(source(), temp.resolve("out"), "json"));
        assertEquals("The model oedema@1.1.0 did not answer within 2 s.", e.getMessage());
        assertEquals("1.1.0", score(source(), temp.resolve("out"), "json").models().get(1).version());
        assertTimelyRemoval();
    }

    @Test
    void aModelThatFailsIsNamed() {
        platform.addModel("oedema", "1.1.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, (stack, cancellation) -> {
            throw new StackOverflowError();
        });
        ProviderFailedException e = assertThrows(ProviderFailedException.class, () -> score(source(), temp.resolve("out"), "json"));
        assertEquals("The model oedema@1.1.0 failed (its calls are nested too deeply).", e.getMessage());
        assertTimelyRemoval();
    }

    @Test
    void aModelHearsThatTheStudyIsCancelled() {
        Cancellation cancellation = new Cancellation();
        platform.addModel("oedema", "1.1.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, (stack, its) -> {
            cancellation.cancel();
            waitDeaf(its);
            its.check();
            return null;
        });
        ScoringRequest request = new ScoringRequest(List.of("sparcc"), List.of("json"), temp.resolve("out"));
        assertThrows(CancellationException.class, () -> platform.pipeline.score(source(), request, Progress.SILENT, cancellation));
        assertTimelyRemoval();
    }

    /** Foreign code need not listen to an interruption. */
    private static void waitDeaf(Cancellation cancellation) {
        while (!cancellation.cancelled()) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException deaf) {
                // goes on
            }
        }
    }

    @Test
    void anIndexThatFailsIsNamedAndStays() throws Exception {
        platform.addIndex("broken", input -> {
            throw new StackOverflowError();
        });
        ScoringRequest request = new ScoringRequest(List.of("broken"), List.of("json"), temp.resolve("out"));
        for (int i = 0; i < 2; i++) {
            ProviderFailedException e = assertThrows(ProviderFailedException.class,
                    () -> platform.pipeline.score(source(), request, Progress.SILENT, new Cancellation()));
            assertEquals("The scoring index broken 1.0.0 failed (its calls are nested too deeply).", e.getMessage());
        }
        assertTimelyRemoval();
    }

    /** What it throws is code of its own too. */
    @Test
    void anIndexWhoseFailureFailsLosesItsOwnScoreOnly() throws Exception {
        platform.addIndex("mute", input -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String toString() {
                    throw new AssertionError("no words");
                }
            };
        });
        platform.addIndex("dumb", input -> {
            throw new AssertionError() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new AssertionError("no words");
                }
            };
        });
        ScoringRequest request = new ScoringRequest(List.of("mute", "dumb", "sparcc"), List.of("json"), temp.resolve("out"));
        ScoringResult result = platform.pipeline.score(source(), request, Progress.SILENT, new Cancellation());
        assertEquals(List.of("sparcc"), result.scores().stream().map(Score::indexId).toList());
        assertEquals(2, result.failures().size());
        result.failures().forEach(failure -> assertTrue(failure.toString().contains("which does not say what went wrong"),
                failure::toString));
        assertTimelyRemoval();
    }

    @Test
    void anIndexThatHangsOrLiesLosesItsOwnScoreOnly() throws Exception {
        Cancellation over = new Cancellation();
        platform.addIndex("slow", input -> {
            waitDeaf(over);
            return null;
        });
        platform.addIndex("liar", input -> new Score("liar", "1.0.0", Map.of("sites", 999.0), Map.of("sites", 92.0), List.of(),
                input.anatomy().units().stream().map(UnitScore::zero).toList(), List.of()));
        ScoringRequest request = new ScoringRequest(List.of("slow", "sparcc", "liar"), List.of("json"), temp.resolve("out"));
        ScoringResult result = platform.pipeline.score(source(), request, Progress.SILENT, new Cancellation());
        assertEquals(List.of("sparcc"), result.scores().stream().map(Score::indexId).toList());
        assertEquals(List.of("The scoring index slow 1.0.0 is out of use until it is installed anew, because it did not answer within 1 s.",
                "The scoring index liar 1.0.0 gave an answer on study 1.2 that cannot be used: sites is 999.0, above its maximum of 92.0."),
                result.failures());
        assertTrue(Files.exists(temp.resolve("out").resolve("json")));
        ScoringResult next = platform.pipeline.score(source(), request, Progress.SILENT, new Cancellation());
        assertEquals(List.of("sparcc"), next.scores().stream().map(Score::indexId).toList(), "one that is out of use does not end a batch");
        assertTrue(next.failures().get(0).startsWith("No scoring index slow is available; slow 1.0.0 is refused: it did not answer"),
                next.failures().toString());
        over.cancel();
        assertTimelyRemoval();
    }

    @Test
    void whatAReaderModelOrWriterMayNotAnswerIsRefusedByName() {
        assertEquals("The source of study 1.2 gave an answer on study 1.2 that cannot be used: it is study 1.3.",
                assertThrows(ProviderFailedException.class, () -> score(source("1.2", () -> TinyStudy.study("1.3")), temp.resolve("a"),
                "json"))
                        .getMessage());
        platform.addWriter("vague", (result, folder) -> List.of(folder.resolve("report.txt")));
        assertEquals("The writer of vague gave an answer on study 1.2 that cannot be used: report.txt is not a file that was written.",
                assertThrows(ProviderFailedException.class, () -> score(source(), temp.resolve("b"), "json", "vague")).getMessage());
        assertFalse(Files.exists(temp.resolve("b")));
        platform.addModel("oedema", "1.1.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, (stack, cancellation) -> new ClassProbabilities(
                ModelRole.OEDEMA_CLASSES, new byte[2][1][64]));
        assertEquals("The model oedema@1.1.0 gave an answer on series 1.2.3 that cannot be used: it has 1 slices for the 2 of the stack.",
                assertThrows(ProviderFailedException.class, () -> score(source(), temp.resolve("c"), "json")).getMessage());
    }

    private void assertTimelyRemoval() {
        try {
            assertTrue(providers.models().table().remove("anatomy 1.0.0", Duration.ofSeconds(1)), "a lease was left open");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ScoringResult score(StudySource source, Path folder, String... formats) throws Exception {
        return platform.score(source, folder, formats);
    }
}
