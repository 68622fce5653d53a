package spine.app.internal.cli.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.ScoringInput;
import spine.api.service.ExistingResult;
import spine.api.service.InsertedLesion;
import spine.api.service.InsertionRequest;
import spine.api.service.LesionInsertion;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.app.command.Console;
import spine.app.context.NoPlatform;
import spine.runtime.StudyFinder;
import spine.tck.SampleSpine;

/** Studies 1 with outlines and 2 without; 3 has no place for a lesion. */
class InsertLesionsCommandTest {
    private static final ScoringInput SPINE = SampleSpine.whole().input();

    @TempDir
    Path temp;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<InsertionRequest> requests = new ArrayList<>();

    @Test
    void everyDrawAtEveryRatioIsAFolderAndALineOfTheTable() throws Exception {
        assertEquals(0, run(List.of("1", "2"), "--draws", "2", "--ratio", "1.5,3"));
        assertEquals(8, requests.size());
        assertEquals(List.of("1", "2"), requests.stream().map(request -> request.study().studyInstanceUid()).distinct().toList());
        assertTrue(requests.stream().allMatch(request -> request.outlines().isPresent() == request.study().studyInstanceUid().equals("1")
                && request.recognised().isPresent() != request.outlines().isPresent()), "models serve where there are no outlines");
        assertTrue(text(err).contains("Study 2 has no outlines"), text(err));
        List<String> lines = Files.readAllLines(temp.resolve("out/lesions.csv"));
        assertEquals(9, lines.size());
        assertEquals("patient-1-draw-1-ratio-1.5,1,1,1.5,L3,L2/3,upper endplate,20,given", lines.get(1));
        assertEquals("patient-2-draw-2-ratio-3,2,2,3,L3,L2/3,upper endplate,20,spine", lines.get(8));
        assertTrue(text(out).contains("patient-1-draw-1-ratio-1.5  L3 upper endplate (L2/3); 1 found no place"), text(out));
    }

    @Test
    void aStudyWithoutAPlaceIsNamedAndTheOthersAreDone() throws Exception {
        assertEquals(3, run(List.of("3", "1")));
        assertEquals("spine: No lesion can be put into study 3.\n", text(err));
        assertEquals(3 + 1, Files.readAllLines(temp.resolve("out/lesions.csv")).size());
    }

    @Test
    void whatIsThereAlreadyIsNotTouched() throws Exception {
        assertEquals(0, run(List.of("1")));
        requests.clear();
        assertEquals(2, run(List.of("1")));
        assertEquals(List.of(), requests);
        assertEquals(2, run(List.of("1"), "--ratio", "1"));
        assertEquals(2, run(List.of("1"), "--draws", "0"));
    }

    private int run(List<String> studies, String... options) {
        List<String> arguments = new ArrayList<>(List.of(temp.toString(), "--out", temp.resolve("out").toString()));
        arguments.addAll(List.of(options));
        Console console = new Console(stream(out), stream(err), false);
        return new CommandLine(new InsertLesionsCommand(new Platform(studies), console)).setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    private Study study(String uid) {
        SliceStack stack = SPINE.study().stacks().get(0);
        List<Slice> slices = stack.slices().stream().map(slice -> new Slice(slice.sopInstanceUid(), slice.sopClassUid(), slice.plane(),
                slice.rows(), slice.columns(), slice.pixels(), Optional.of(temp.resolve("patient/" + uid + "/a.dcm").toUri()))).toList();
        return new Study(uid, List.of(new SliceStack(stack.seriesInstanceUid(), stack.frameOfReferenceUid(), stack.description(),
                stack.acquisition(), slices)), List.of());
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** One lesion wherever it is asked, but none in study 3. */
    private final class Insertion implements LesionInsertion {
        @Override
        public Map<String, Path> outlines(List<Path> locations) {
            return Map.of("1", Path.of("truth.json"), "3", Path.of("truth.json"));
        }

        @Override
        public List<InsertedLesion> insert(InsertionRequest request, Path folder) throws UnusableInputException, IOException {
            if (request.study().studyInstanceUid().equals("3")) {
                throw new UnusableInputException("No lesion can be put into study 3.");
            }
            requests.add(request);
            Files.createDirectories(folder);
            return List.of(new InsertedLesion(Vertebra.L3, DiscLevel.of("L2/3"), "upper endplate", 20));
        }
    }

    private final class Platform extends NoPlatform {
        private final List<String> uids;

        private Platform(List<String> uids) {
            this.uids = uids;
        }

        @Override
        public void startEngine() {
        }

        @Override
        public SpineScoring scoring() {
            return new SpineScoring() {
                @Override
                public ScoringResult score(StudySource source, ScoringRequest request, Progress progress, Cancellation cancellation) {
                    return new ScoringResult(study(source.studyInstanceUid()), List.of(), SPINE.anatomy(), List.of(), List.of(), List.of(),
                            List.of(), Timing.NONE);
                }

                @Override
                public ExistingResult existing(StudySource source, ScoringRequest request) {
                    return new ExistingResult(ExistingResult.State.NONE, "");
                }
            };
        }

        @Override
        public StudyFinder studies() {
            return (locations, choice) -> uids.stream().<StudySource>map(uid -> new StudySource() {
                @Override
                public String studyInstanceUid() {
                    return uid;
                }

                @Override
                public Study load() {
                    return study(uid);
                }
            }).toList();
        }

        @Override
        public <T> T service(Class<T> type, String what) {
            return type.cast(new Insertion());
        }
    }
}
