package spine.app.internal.cli.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import spine.api.UnusableInputException;
import spine.api.cohort.ReaderStudy;
import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;
import spine.api.service.PhantomGenerator;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.context.CommandContext;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyOutcome;
import spine.app.internal.batch.AttemptedStudy;
import spine.app.internal.batch.StudyAttempt;
import spine.common.file.FileTree;

/**
 * Makes the studies of a synthetic patient, scores each, and compares its images with the truth. Pixels and masks lie on disk as long as
 * that takes; reports, truth and readings are what is kept.
 */
final class SyntheticPatient {
    static final String READINGS = "readings.csv";

    private final CommandContext platform;
    private final Console console;
    private final ReaderStudy comparison;
    private final String profile;
    private final int timePoints;

    SyntheticPatient(CommandContext platform, Console console, ReaderStudy comparison, String profile, int timePoints) {
        this.platform = platform;
        this.console = console;
        this.comparison = comparison;
        this.profile = profile;
        this.timePoints = timePoints;
    }

    /**
     * @param place an empty folder; gets a folder {@code 1}, {@code 2} and so on for each time point, and lends room for the pixels
     * @throws UnusableInputException if a study cannot be scored
     */
    void make(long seed, Path place) throws UnusableInputException, UnavailableException, IOException {
        Path work = Files.createDirectory(place.resolve("pixels"));
        try {
            List<Path> studies = IntStream.rangeClosed(1, timePoints).mapToObj(time -> work.resolve("study-" + time)).toList();
            console.at("making the studies", 0);
            platform.service(PhantomGenerator.class, "generator of synthetic studies").write(profile, seed, false, studies);
            for (int time = 1; time <= timePoints; time++) {
                keep(studies.get(time - 1), work.resolve("result-" + time), Files.createDirectory(place.resolve(String.valueOf(time))));
            }
        } finally {
            FileTree.delete(work);
        }
    }

    private void keep(Path study, Path results, Path place) throws UnusableInputException, UnavailableException, IOException {
        Path report = score(study, results);
        Path truth = study.resolve("truth");
        comparison.compareImages(truth, report, place.resolve("images.csv"));
        Files.copy(report.resolve("report.json"), place.resolve("report.json"));
        Files.copy(truth.resolve("truth.json"), place.resolve("truth.json"));
        Files.copy(truth.resolve(READINGS), place.resolve(READINGS));
    }

    /** @return the folder of the result */
    private Path score(Path study, Path results) throws UnusableInputException, UnavailableException {
        StudySource source = platform.studies().find(List.of(study), SeriesChoice.AUTOMATIC).get(0);
        AttemptedStudy attempted = new StudyAttempt(platform.scoring(), new ScoringOptions(results.toString(), List.of("sparcc"),
                List.of("json", "seg"), List.of(), false, false, "", false, ScoringOptions.NO_LIMIT), "the log " + platform.logFile())
                .score(source, console, platform.cancellation());
        if (attempted.outcome().status() != StudyOutcome.Status.SCORED) {
            throw new UnusableInputException(attempted.outcome().reason());
        }
        return attempted.folder();
    }
}
