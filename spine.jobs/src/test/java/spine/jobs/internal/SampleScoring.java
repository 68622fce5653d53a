package spine.jobs.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.Acquisition;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.image.Vec3;
import spine.api.report.Predecessor;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.service.ExistingResult;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.common.file.AtomicFolder;
import spine.pipeline.result.ResultFolder;
import spine.runtime.StudyFinder;

/** In place of the platform: "scores" a study by writing down which files it has, and a small report; for as long as it is told. */
final class SampleScoring implements SpineScoring, StudyFinder {
    /** Each study takes one. */
    final Semaphore permits = new Semaphore(Integer.MAX_VALUE / 2);
    /** UIDs of the studies that were begun, in order. */
    final List<String> begun = new CopyOnWriteArrayList<>();
    /** In whose place the results came, in the same order. */
    final List<Optional<Predecessor>> predecessors = new CopyOnWriteArrayList<>();
    /** Instead of a result. */
    volatile Exception failure;
    /** As a process would that does not hear that its attempt is not wanted any more. */
    volatile boolean deaf;
    /** Whether a result has a manifest, as the platform writes it. */
    volatile boolean manifest;
    /** What is said of every folder that is there. */
    volatile boolean changedByHand;

    @Override
    public List<StudySource> find(List<Path> locations, SeriesChoice choice) {
        return List.of(new StudySource() {
            @Override
            public String studyInstanceUid() {
                return locations.get(0).getParent().getFileName().toString();
            }

            @Override
            public List<Path> files() {
                return locations;
            }

            @Override
            public Study load() {
                throw new AssertionError("nobody asks for pixels");
            }
        });
    }

    @Override
    public ScoringResult score(StudySource source, ScoringRequest request, Progress progress, Cancellation cancellation)
            throws UnusableInputException, UnavailableException, IOException {
        String study = source.studyInstanceUid();
        begun.add(study);
        progress.at("looking at the pictures", 0);
        try {
            while (!permits.tryAcquire(10, TimeUnit.MILLISECONDS)) {
                if (!deaf) {
                    cancellation.check();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure instanceof UnusableInputException unusable) {
            throw unusable;
        }
        if (failure instanceof UnavailableException unavailable) {
            throw unavailable;
        }
        predecessors.add(request.predecessor());
        if (manifest) {
            write(study, source.files(), ResultFolder.of(request.folder(), study));
        } else {
            write(study, source.files(), Files.createDirectories(request.folder()));
        }
        SlicePlane plane = new SlicePlane(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
        SliceStack stack = new SliceStack("1.2.3", "", "", new Acquisition(4000, 60, 150, 1.5, 4, ""),
                List.of(new Slice("1.2", "1.2.840.10008.5.1.4.1.1.4", plane, 1, 1, new float[1], Optional.empty())));
        StackAnatomy nothing = new StackAnatomy(new byte[1][1], new byte[1][1], List.of(), List.of());
        SpineAnatomy spine = new SpineAnatomy(List.of(nothing), DiscLevel.ALL.stream().map(DiscovertebralUnit::absent).toList(), List.of());
        return new ScoringResult(new Study(study, List.of(stack), List.of()), List.of(), spine, List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), new Timing(0, 0, 0, 0, 0, 0), List.of());
    }

    /** With a manifest. */
    static void write(String study, List<Path> files, ResultFolder folder) throws IOException {
        try (AtomicFolder fresh = folder.begin()) {
            write(study, files, fresh.staging());
            folder.publish(fresh, List.of("sparcc"), Optional.empty());
        }
    }

    private static void write(String study, List<Path> files, Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        files.forEach(file -> names.add(file.getFileName().toString()));
        Files.write(folder.resolve("files.txt"), names);
        Files.copy(SampleObjects.report(study, 9000 + 10 * names.size()), folder.resolve("sr.dcm"));
        Files.copy(SampleObjects.image(study, 9002, names.size()), folder.resolve("sc.dcm"));
    }

    @Override
    public ExistingResult existing(StudySource source, ScoringRequest request) {
        return changedByHand ? new ExistingResult(ExistingResult.State.CHANGED, "It has another file.")
                : new ExistingResult(ExistingResult.State.NONE, "");
    }
}
