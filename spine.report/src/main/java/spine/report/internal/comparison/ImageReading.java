package spine.report.internal.comparison;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.comparison.StudyComparison.TimePoint;
import spine.api.deidentification.StudyIdentities;
import spine.api.deidentification.StudyIdentity;
import spine.api.image.Study;
import spine.api.report.ScoringResult;
import spine.common.file.FileTree;
import spine.report.internal.archive.ArchivedResult;
import spine.report.internal.comparison.change.PointIdentity;
import spine.report.internal.comparison.change.TimePointResult;
import spine.report.internal.comparison.picture.AlignedPictures;

/**
 * Reads the images of one time point after the other: their pictures, of whom they are, and of when. For one thread; {@link #close} when
 * everything is read.
 */
final class ImageReading implements AutoCloseable {
    private final List<ArchivedResult> results;
    private final Optional<StudyIdentities> identities;
    private final AlignedPictures pictures;
    private final List<TimePointResult> points = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    /** Of one secret for all images, which nobody keeps: what is derived with it can be compared and tells nothing else. */
    private final Path secret;

    ImageReading(List<ArchivedResult> results, Optional<StudyIdentities> identities) throws IOException {
        this.results = results;
        this.identities = identities;
        this.pictures = new AlignedPictures(results.stream().map(ArchivedResult::anatomy).toList());
        this.secret = Files.createTempDirectory("spine-comparison");
    }

    /**
     * @param at of the time point, counted from 0
     * @throws UnusableInputException if the images cannot be read
     */
    void read(int at, TimePoint point) throws UnusableInputException, IOException {
        ArchivedResult archived = results.get(at);
        String name = TimePointResult.name(at + 1, results.size());
        Optional<StudyIdentity> identity = Optional.empty();
        if (point.images().isPresent()) {
            Study study = point.images().get().load();
            identity = identity(study);
            Optional<ScoringResult> result = archived.with(study);
            if (result.isEmpty()) {
                warnings.add(name + " is shown without pictures: its images are not those that were scored.");
            } else if (result.get().anatomy().noSpine().isEmpty()) {
                pictures.add(at, result.get(), archived.scores().get(0).units());
            }
        }
        points.add(new TimePointResult(at + 1, name, archived, new PointIdentity(archived.label(), identity, point.identity())));
    }

    /** Images in memory alone, and such without a readable head, tell nothing. */
    private Optional<StudyIdentity> identity(Study study) throws IOException {
        Optional<URI> file = study.stacks().get(0).slices().get(0).source();
        if (identities.isEmpty() || file.isEmpty() || !"file".equals(file.get().getScheme())) {
            return Optional.empty();
        }
        try {
            return Optional.of(identities.get().identity(Path.of(file.get()), secret.resolve("key")));
        } catch (UnusableInputException unreadable) {
            return Optional.empty();
        }
    }

    List<TimePointResult> points() {
        return points;
    }

    AlignedPictures pictures() {
        return pictures;
    }

    List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(secret);
    }
}
