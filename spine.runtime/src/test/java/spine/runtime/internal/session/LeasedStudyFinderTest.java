package spine.runtime.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.service.UnavailableException;
import spine.pipeline.ProviderFailedException;

/** Readers are foreign code like the other providers: held while a study needs them, bounded in time, named when they fail. */
class LeasedStudyFinderTest {
    private static final Duration NOW = Duration.ofMillis(10);

    private final CountDownLatch never = new CountDownLatch(1);
    @TempDir
    private Path temp;
    private TestPlatform platform;
    private LeasedStudyFinder finder;

    @BeforeEach
    void offerEverythingButAReader() {
        platform = new TestPlatform(temp.resolve("home"));
        platform.addOedemaModel("1.0.0");
        finder = new LeasedStudyFinder(platform.providers);
    }

    @AfterEach
    void letGo() {
        never.countDown();
    }

    @Test
    void aReaderIsHeldWhileItsStudyIsScored() throws Exception {
        AtomicBoolean free = new AtomicBoolean(true);
        platform.addReader("held", "key", reader(List.of(TestPlatform.source("1.2", () -> TinyStudy.study("1.2")))));
        platform.addWriter("probe", (result, folder) -> {
            try {
                free.set(platform.providers.readers().table().remove("key", NOW));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return List.of();
        });
        StudySource source = find().get(0);
        assertEquals("1.2", source.studyInstanceUid());
        platform.score(source, temp.resolve("out"), "probe");
        assertFalse(free.get(), "the reader could leave while its study was scored");
    }

    @Test
    void aStudyWhoseReaderHasGoneIsNotLoaded() throws Exception {
        platform.addReader("gone", "key", reader(List.of(TestPlatform.source("1.2", () -> TinyStudy.study("1.2")))));
        StudySource source = find().get(0);
        assertTrue(platform.providers.readers().table().remove("key", NOW), "a lease was left open");
        UnavailableException e = assertThrows(UnavailableException.class, () -> platform.score(source, temp.resolve("out"), "json"));
        assertEquals("The reader gone that found study 1.2 is no longer available.", e.getMessage());
    }

    @Test
    void aReaderThatFailsIsNamedAndWhatItSaysOfTheInputIsPassedOn() throws Exception {
        platform.addReader("bad", "key", reader(List.of(TestPlatform.source("1.2", () -> {
            throw new IllegalStateException("a bug");
        }), TestPlatform.source("1.3", () -> {
            throw new UnusableInputException("1.3 has no sagittal series.");
        }))));
        List<StudySource> sources = find();
        ProviderFailedException e = assertThrows(ProviderFailedException.class,
                () -> platform.score(sources.get(0), temp.resolve("out"), "json"));
        assertEquals("The reader bad failed (a bug).", e.getMessage());
        UnusableInputException unusable = assertThrows(UnusableInputException.class,
                () -> platform.score(sources.get(1), temp.resolve("out"), "json"));
        assertEquals("1.3 has no sagittal series.", unusable.getMessage());
        assertTrue(platform.providers.readers().table().remove("key", NOW), "a lease was left open");
    }

    @Test
    void aReaderThatFailsOnALocationLeavesItToTheNext() throws Exception {
        platform.addReader("a bad", "key", new StudyReader() {
            @Override
            public boolean reads(Path location) {
                throw new StackOverflowError();
            }

            @Override
            public List<StudySource> find(List<Path> locations, SeriesChoice choice) {
                throw new IllegalStateException("not reached");
            }
        });
        assertEquals("The reader a bad failed (its calls are nested too deeply).",
                assertThrows(ProviderFailedException.class, this::find).getMessage());
        platform.addReader("good", "other", reader(List.of(TestPlatform.source("1.2", () -> TinyStudy.study("1.2")))));
        assertEquals(List.of("1.2"), find().stream().map(StudySource::studyInstanceUid).toList());
    }

    @Test
    void aReaderThatBreaksItsPromisesIsNamed() {
        platform.addReader("empty", "key", reader(List.of()));
        ProviderFailedException empty = assertThrows(ProviderFailedException.class, this::find);
        assertEquals("The reader empty failed (no study and no reason).", empty.getMessage());
        platform.providers.readers().tracker().dismiss(platform.providers.readers().table().providers().get(0).service(), "it is replaced");
        platform.addReader("nameless", "other", reader(List.of(TestPlatform.source(null, () -> TinyStudy.study("1.2")))));
        ProviderFailedException nameless = assertThrows(ProviderFailedException.class, this::find);
        assertTrue(nameless.getMessage().startsWith("The reader nameless failed ("), nameless.getMessage());
    }

    @Test
    void aReaderThatDoesNotAnswerIsLeftBehind() throws Exception {
        platform.addReader("slow", "key", reader(List.of(TestPlatform.source("1.2", () -> {
            waitDeaf();
            return TinyStudy.study("1.2");
        }))));
        StudySource source = find().get(0);
        ProviderFailedException e = assertThrows(ProviderFailedException.class, () -> platform.score(source, temp.resolve("out"), "json"));
        assertEquals("The reader slow did not answer within 1 s.", e.getMessage());
        assertEquals(1, find().size(), "nothing could replace it, so it is asked again");
    }

    @Test
    void aSourceOfUnknownOriginIsBoundedToo() {
        StudySource slow = TestPlatform.source("1.2", () -> {
            waitDeaf();
            return TinyStudy.study("1.2");
        });
        ProviderFailedException e = assertThrows(ProviderFailedException.class, () -> platform.score(slow, temp.resolve("out"), "json"));
        assertEquals("The source of study 1.2 did not answer within 1 s.", e.getMessage());
    }

    @Test
    void whatNoReaderKnowsIsSaid() {
        UnusableInputException absent = assertThrows(UnusableInputException.class,
                () -> finder.find(List.of(temp.resolve("nothing")), SeriesChoice.AUTOMATIC));
        assertTrue(absent.getMessage().endsWith("nothing does not exist."), absent.getMessage());
        UnusableInputException unknown = assertThrows(UnusableInputException.class, this::find);
        assertTrue(unknown.getMessage().endsWith("holds nothing that an installed reader can read."), unknown.getMessage());
    }

    private List<StudySource> find() throws UnusableInputException {
        return finder.find(List.of(temp), SeriesChoice.AUTOMATIC);
    }

    private static StudyReader reader(List<StudySource> sources) {
        return new StudyReader() {
            @Override
            public boolean reads(Path location) {
                return Files.isDirectory(location);
            }

            @Override
            public List<StudySource> find(List<Path> locations, SeriesChoice choice) {
                return sources;
            }
        };
    }

    private void waitDeaf() {
        boolean waiting = true;
        while (waiting) {
            try {
                never.await();
                waiting = false;
            } catch (InterruptedException deaf) {
                // foreign code need not listen
            }
        }
    }
}
