package spine.app.internal.cli.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import spine.api.UnusableInputException;
import spine.api.comparison.StudyComparison.TimePoint;
import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.embedded.RefusedException;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyOutcome;
import spine.app.embedded.StudyOutcome.Status;
import spine.app.internal.batch.AttemptedStudy;
import spine.app.internal.batch.KeptReport;
import spine.app.internal.batch.OutputPlace;
import spine.app.internal.batch.StudyAttempt;
import spine.runtime.ScoredImages;

/** The results that are compared, with their images as far as they are found; a study without a result is scored. */
final class TimePoints {
    private static final String REPORT = "report.json";
    private static final List<String> FORMATS = List.of("json", "html", "csv", "seg");

    private final CommandContext platform;
    private final Console console;
    private final List<Path> images;

    /** @param images where images of results are looked for; may be empty */
    TimePoints(CommandContext platform, Console console, List<Path> images) {
        this.platform = platform;
        this.console = console;
        this.images = images;
    }

    static boolean isResult(Path place) {
        return Files.isRegularFile(place.resolve(REPORT));
    }

    /**
     * @param places folders of results, and of studies
     * @param indexes by which the studies are scored
     * @param scored where their results go
     * @throws UnusableInputException if a place holds no study, or several, or its study cannot be scored
     */
    List<TimePoint> of(List<Path> places, List<String> indexes, Path scored)
            throws UnusableInputException, UnavailableException, RefusedException, IOException {
        List<StudySource> found = images.isEmpty() ? List.of() : platform.studies().find(images, SeriesChoice.AUTOMATIC);
        List<Optional<StudySource>> studies = new ArrayList<>();
        for (Path place : places) {
            studies.add(isResult(place) ? Optional.empty() : Optional.of(study(place)));
        }
        List<TimePoint> points = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            points.add(studies.get(i).isEmpty() ? result(places.get(i), found) : scored(studies.get(i).get(), indexes, scored));
        }
        return points;
    }

    private StudySource study(Path place) throws UnusableInputException {
        List<StudySource> studies = platform.studies().find(List.of(place), SeriesChoice.AUTOMATIC);
        if (studies.size() != 1) {
            throw new UnusableInputException(place + " holds " + studies.size()
                    + " studies; a time point is one study, so name each by a folder of its own.");
        }
        return studies.get(0);
    }

    private TimePoint result(Path folder, List<StudySource> found) {
        Optional<StudySource> source = KeptReport.in(folder).map(KeptReport::contents)
                .flatMap(contents -> ScoredImages.among(found, platform.studies(), images, contents));
        if (source.isEmpty() && !images.isEmpty()) {
            console.complain(folder + " is compared without pictures, because its images were not found.");
        }
        return new TimePoint(folder, source);
    }

    private TimePoint scored(StudySource source, List<String> indexes, Path out)
            throws UnusableInputException, UnavailableException, RefusedException, IOException {
        ScoringOptions options = new ScoringOptions(out.toString(), indexes, FORMATS, List.of(), false, false, "", false,
                ScoringOptions.NO_LIMIT);
        OutputPlace.require(out);
        try (OutputPlace place = OutputPlace.open(out)) {
            AttemptedStudy attempted = new StudyAttempt(platform.scoring(), options, "the log " + platform.logFile())
                    .score(source, console, platform.cancellation());
            StudyOutcome outcome = attempted.outcome();
            if (outcome.status() == Status.REFUSED) {
                throw new UnusableInputException(outcome.complaint());
            }
            if (!outcome.status().hasResult()) {
                throw new RefusedException(outcome.complaint(), ExitCode.FAILED);
            }
            if (outcome.status() == Status.INCOMPLETE) {
                console.complain(outcome.complaint());
            }
            return new TimePoint(attempted.folder(), Optional.of(source));
        }
    }
}
