package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.UnusableInputException;
import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.PatientTimeline;
import spine.api.comparison.StudyComparison;
import spine.api.comparison.StudyComparison.TimePoint;
import spine.api.image.StudySource;
import spine.api.report.ResultArchive;
import spine.runtime.ScoredImages;
import spine.runtime.StudyFinder;

/**
 * The folder with the comparison of a result.
 *
 * @param path where it is, or will be
 */
record ComparisonFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(ComparisonFolder.class);
    /** What a comparison has and nothing else. */
    private static final List<String> FILES = List.of("comparison.html", "comparison.json");
    private static final String TABLE = "comparison.csv";

    /** That of the result in a folder. */
    static ComparisonFolder of(Path result) {
        return new ComparisonFolder(result.resolveSibling(PatientTimeline.FOLDER).resolve(result.getFileName()));
    }

    boolean exists() {
        return FILES.stream().map(path::resolve).allMatch(Files::isRegularFile);
    }

    /** Removes a comparison; anything else stays, such as what a person put beside it. */
    void remove() throws IOException {
        if (!exists()) {
            return;
        }
        Files.deleteIfExists(path.resolve(TABLE));
        for (String file : FILES) {
            Files.deleteIfExists(path.resolve(file));
        }
        try {
            Files.delete(path);
        } catch (DirectoryNotEmptyException somethingElse) {
            LOG.info("{} holds something else than a comparison, which stays", path);
        }
    }

    ComparisonSummary write(TimePoints points, StudyComparison comparison, ResultArchive archive, StudyFinder finder)
            throws UnusableInputException, IOException {
        List<TimePoint> all = new ArrayList<>();
        for (RememberedResult result : points.results()) {
            all.add(new TimePoint(result.folder(), images(result, archive, finder), Optional.of(result.identity())));
        }
        return comparison.compare(all, points.warnings(), path);
    }

    /** Empty if the images are not where they were, or are others. Those of a corrected result are those of the one that it corrects. */
    private static Optional<StudySource> images(RememberedResult result, ResultArchive archive, StudyFinder finder)
            throws UnusableInputException, IOException {
        List<Path> files = result.images().present();
        Path models = result.corrects().orElse(result.version()).folder();
        if (files.isEmpty() || !Files.isDirectory(models)) {
            return Optional.empty();
        }
        ResultArchive.Contents contents = archive.contents(models);
        try {
            return Optional.of(ScoredImages.find(finder, files, contents, result.folder()));
        } catch (UnusableInputException othersNow) {
            return Optional.empty();
        }
    }
}
