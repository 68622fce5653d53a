package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import spine.api.UnusableInputException;
import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.PatientTimeline;
import spine.api.comparison.StudyComparison;
import spine.api.comparison.StudyComparison.TimePoint;
import spine.api.image.StudySource;
import spine.api.report.ResultArchive;
import spine.common.file.FileTree;
import spine.runtime.ScoredImages;
import spine.runtime.StudyFinder;

/**
 * The folder with the comparison of a result.
 *
 * @param path where it is, or will be
 */
record ComparisonFolder(Path path) {
    /** What a comparison has and nothing else. */
    private static final List<String> FILES = List.of("comparison.html", "comparison.json");

    /** That of the result in a folder. */
    static ComparisonFolder of(Path result) {
        return new ComparisonFolder(result.resolveSibling(PatientTimeline.FOLDER).resolve(result.getFileName()));
    }

    boolean exists() {
        return FILES.stream().map(path::resolve).allMatch(Files::isRegularFile);
    }

    /** Removes a comparison; anything else stays. */
    void remove() throws IOException {
        if (exists()) {
            FileTree.delete(path);
        }
    }

    ComparisonSummary write(TimePoints points, StudyComparison comparison, ResultArchive archive, StudyFinder finder)
            throws UnusableInputException, IOException {
        List<TimePoint> all = new ArrayList<>();
        for (RememberedResult result : points.results()) {
            all.add(new TimePoint(result.folder(), images(result, archive, finder)));
        }
        return comparison.compare(all, path);
    }

    /** Empty if the images are not where they were, or are others. */
    private static Optional<StudySource> images(RememberedResult result, ResultArchive archive, StudyFinder finder)
            throws UnusableInputException, IOException {
        List<Path> files = result.images().present();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        ResultArchive.Contents contents = archive.contents(result.folder());
        try {
            return Optional.of(ScoredImages.find(finder, files, contents, result.folder()));
        } catch (UnusableInputException othersNow) {
            return Optional.empty();
        }
    }
}
