package spine.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.report.ResultArchive;

/** The images of a result, found again: chosen as by default, or else by the names of its series, as they were chosen then. */
public final class ScoredImages implements StudySource {
    private static final int NAMED = 3;

    private final StudyFinder finder;
    private final List<Path> locations;
    private final ResultArchive.Contents contents;
    private final StudySource byDefault;

    private ScoredImages(StudyFinder finder, List<Path> locations, ResultArchive.Contents contents, StudySource byDefault) {
        this.finder = finder;
        this.locations = locations;
        this.contents = contents;
        this.byDefault = byDefault;
    }

    /**
     * Looks for them.
     *
     * @param contents of the result
     * @param result names the result to the user
     * @throws UnusableInputException if its study is not at the locations
     */
    public static ScoredImages find(StudyFinder finder, List<Path> locations, ResultArchive.Contents contents, Path result)
            throws UnusableInputException {
        List<StudySource> found = finder.find(locations, SeriesChoice.AUTOMATIC);
        return new ScoredImages(finder, locations, contents, of(found, contents).orElseThrow(() -> new UnusableInputException(
                "The result in " + result + " is of study " + contents.studyInstanceUid() + ", but "
                        + locations.stream().map(Path::toString).collect(Collectors.joining(", ")) + " holds "
                + found.stream().map(StudySource::studyInstanceUid).distinct().limit(NAMED).collect(Collectors.joining(", "))
                + (found.size() > NAMED ? " and others." : "."))));
    }

    /**
     * Looks among what was found.
     *
     * @param found what the finder has found at the locations
     * @return empty if the study of the result is not among that
     */
    public static Optional<StudySource> among(List<StudySource> found, StudyFinder finder, List<Path> locations,
            ResultArchive.Contents contents) {
        return of(found, contents).map(study -> new ScoredImages(finder, locations, contents, study));
    }

    private static Optional<StudySource> of(List<StudySource> found, ResultArchive.Contents contents) {
        return found.stream().filter(study -> study.studyInstanceUid().equals(contents.studyInstanceUid())).findFirst();
    }

    @Override
    public String studyInstanceUid() {
        return contents.studyInstanceUid();
    }

    @Override
    public List<Path> files() {
        return byDefault.files();
    }

    @Override
    public Study load() throws UnusableInputException {
        try {
            Study study = byDefault.load();
            Set<String> series = study.stacks().stream().map(SliceStack::seriesInstanceUid).collect(Collectors.toSet());
            return series.equals(contents.seriesInstanceUids()) ? study : named();
        } catch (UnusableInputException unusualChoice) {
            return named();
        }
    }

    private Study named() throws UnusableInputException {
        return of(finder.find(locations, new SeriesChoice(contents.seriesInstanceUids(), true)), contents)
                .orElseThrow(() -> new UnusableInputException("Study " + contents.studyInstanceUid()
                        + " has none of the series of the result: " + String.join(", ", contents.seriesInstanceUids()) + ".")).load();
    }
}
