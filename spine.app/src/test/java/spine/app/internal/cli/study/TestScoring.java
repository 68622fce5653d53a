package spine.app.internal.cli.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.report.UsedSettings;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;
import spine.api.service.ExistingResult;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.common.file.AtomicFolder;
import spine.pipeline.result.ResultFolder;
import spine.pipeline.result.ResultOrigin;
import spine.tck.SampleSpine;

/** Scores every study 7, or fails as its name says, and writes real result folders. */
final class TestScoring implements SpineScoring {
    private static final ScoringInput SPINE = SampleSpine.whole().input();

    private final List<String> scored = new ArrayList<>();
    private String bundle = "index sparcc 1.0.0";

    /** From now on another version serves. */
    void update() {
        bundle = "index sparcc 1.1.0";
    }

    /** Studies in the order in which they were scored. */
    List<String> scored() {
        return scored;
    }

    @Override
    public ScoringResult score(StudySource source, ScoringRequest request, Progress progress, Cancellation cancellation)
            throws UnusableInputException, UnavailableException, IOException {
        String uid = source.studyInstanceUid();
        switch (uid.replaceAll(".* ", "")) {
            case "bad" -> throw new UnusableInputException(uid + " has no sagittal series.");
            case "crash" -> throw new IllegalStateException("a bug");
            case "full" -> throw new IOException("No space left on device");
            case "huge" -> throw new OutOfMemoryError("Java heap space");
            case "stack" -> throw new StackOverflowError();
            case "link" -> throw new NoClassDefFoundError("acme/Gone");
            case "init" -> throw new ExceptionInInitializerError("a bug");
            case "vm" -> throw new InternalError();
            case "assert" -> throw new AssertionError("a bug");
            case "gone" -> throw new UnavailableException("No model is available.");
            default -> scored.add(uid);
        }
        ResultFolder folder = folder(source, request);
        folder.requireReplaceable();
        try (AtomicFolder fresh = folder.begin()) {
            Files.writeString(fresh.staging().resolve("scores.csv"), "study,total23\n" + uid + ",7\n");
            Files.writeString(fresh.staging().resolve("totals.csv"), "study,total,value\n" + uid + ",total23,7\n");
            folder.publish(fresh, uid.endsWith("partly") ? List.of() : request.indexes(), result(uid).anatomy().noSpine());
        }
        return result(uid);
    }

    @Override
    public ExistingResult existing(StudySource source, ScoringRequest request) throws IOException {
        return folder(source, request).existing();
    }

    private ResultFolder folder(StudySource source, ScoringRequest request) {
        return new ResultFolder(request.folder(), new ResultOrigin(source.studyInstanceUid(), "files", List.of(bundle), "", "",
                request.indexes(), request.formats()), request.overwrite());
    }

    private static ScoringResult result(String uid) {
        Map<String, Double> totals = new LinkedHashMap<>();
        totals.put("total23", 7.0);
        totals.put("total6", 6.0);
        Score score = new Score("sparcc", "1.0.0", totals, List.of("T7/8"),
                List.of(UnitScore.zero(SPINE.anatomy().unit(DiscLevel.of("T7/8")))), List.of());
        boolean spine = !uid.endsWith("head");
        SpineAnatomy anatomy = spine ? SPINE.anatomy() : SpineAnatomy.none(List.of(), "These images show a head.");
        List<String> failures = uid.endsWith("partly") ? List.of("The scoring index berlin 1.0.0 failed.") : List.of();
        return new ScoringResult(study(uid), List.of(), anatomy, List.of(), List.of(), List.of(),
                List.of(spine ? score : score.unscored()), List.of(), anatomy.noSpine().stream().toList(), Timing.NONE, List.of(),
                UsedSettings.UNKNOWN, failures, Optional.empty());
    }

    private static Study study(String uid) {
        return new Study(uid, SPINE.study().stacks(), List.of());
    }

    /** A study of that UID in the folder {@code /archive/UID}. */
    static StudySource source(String uid) {
        return new StudySource() {
            @Override
            public String studyInstanceUid() {
                return uid;
            }

            @Override
            public List<Path> files() {
                return List.of(Path.of("/archive", uid.replace('/', '_'), "1.dcm"), Path.of("/archive", uid.replace('/', '_'), "2.dcm"));
            }

            @Override
            public Study load() {
                return study(uid);
            }
        };
    }
}
