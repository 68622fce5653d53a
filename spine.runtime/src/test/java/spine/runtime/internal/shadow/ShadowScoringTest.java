package spine.runtime.internal.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.StudySource;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.service.StudyEvaluation;
import spine.runtime.internal.session.TestPlatform;
import spine.runtime.internal.session.TinyStudy;

class ShadowScoringTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path temp;
    private TestPlatform platform;
    private Path pair;

    @BeforeEach
    void chooseACandidateThatIsYetToCome() throws Exception {
        platform = new TestPlatform(temp);
        platform.addOedemaModel("1.0.0");
        pair = temp.resolve("shadow").resolve("oedema@0.9.0-against-oedema@1.0.0");
    }

    @Test
    void bothTotalsOfEveryStudyAreKept() throws Exception {
        candidate((stack, cancellation) -> TestPlatform.background(stack));
        score("1.2.1");
        score("1.2.2");
        score("1.2.1");
        assertEquals(List.of("study,oedema@0.9.0,oedema@1.0.0", "1.2.1,0,2", "1.2.2,0,2"), Files.readAllLines(pair.resolve("sparcc.csv")));
        assertEquals(List.of(pair.getFileName() + "\n" + pair.resolve("sparcc.csv") + ": 2 studies\nagree on [sparcc.csv]\n"),
                new AgreementReport(new NamesOfTables(), temp.resolve("shadow")).write());
        assertTrue(Files.exists(pair.resolve("report.txt")));
        assertTrue(platform.providers.models().table().remove("oedema 0.9.0", Duration.ofSeconds(1)), "a lease was left open");
    }

    @Test
    void theReportIsTheSameWhateverTheCandidateDoes() throws Exception {
        String alone = score("1.2.1");
        candidate((stack, cancellation) -> TestPlatform.background(stack));
        assertEquals(alone, score("1.2.1"));
        candidate((stack, cancellation) -> {
            throw new IllegalStateException("out of\nmemory");
        });
        assertEquals(alone, score("1.2.1"));
        assertEquals(List.of("study,reason", "1.2.1,The model oedema@0.9.0 failed (out of\\u000amemory)."),
                Files.readAllLines(pair.resolve(ShadowScores.FAILURES)));
    }

    @Test
    void aCandidateThatDoesNotAnswerIsLeftAlone() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        candidate((stack, cancellation) -> {
            boolean waiting = true;
            while (waiting) {
                try {
                    never.await();
                    waiting = false;
                } catch (InterruptedException deaf) {
                    // foreign code need not listen
                }
            }
            return TestPlatform.background(stack);
        });
        assertTimeoutPreemptively(SOON, () -> {
            score("1.2.1");
            score("1.2.2");
        });
        List<String> failures = Files.readAllLines(pair.resolve(ShadowScores.FAILURES));
        assertEquals(2, failures.size(), "the second study must not have asked it");
        assertTrue(failures.get(1).startsWith("1.2.1,it did not answer within 1 s"), failures.get(1));
        assertFalse(Files.exists(pair.resolve("sparcc.csv")));
        assertTrue(platform.providers.models().table().remove("oedema 0.9.0", Duration.ofSeconds(1)), "a lease was left open");
        never.countDown();
    }

    private void candidate(BiFunction<SliceStack, Cancellation, ClassProbabilities> answer) throws Exception {
        platform.providers.models().table().remove("oedema 0.9.0", Duration.ZERO);
        platform.addModel("oedema", "0.9.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, answer);
        platform.versions().shadow("oedema@0.9.0");
    }

    /** @return what was written */
    private String score(String uid) throws Exception {
        StudySource source = TestPlatform.source(uid, () -> TinyStudy.study(uid));
        platform.score(source, temp.resolve("out"), "json");
        platform.shadow.awaitIdle();
        return Files.readString(temp.resolve("out").resolve("json"));
    }

    /** Only says what it was asked. */
    private static final class NamesOfTables implements StudyEvaluation {
        @Override
        public String evaluate(Path truth, Path predictions, Optional<Path> out) throws UnusableInputException {
            throw new UnusableInputException("nobody asks for this");
        }

        @Override
        public String evaluateChange(Path truth, Path predictions, ModelCard oedema, Optional<Path> out) throws UnusableInputException {
            throw new UnusableInputException("nobody asks for this");
        }

        @Override
        public String agree(List<Path> tables, Optional<String> total, Optional<Path> out) {
            return "agree on " + tables.stream().map(Path::getFileName).toList() + "\n";
        }
    }
}
