package spine.app.internal.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.app.command.ExitCode;
import spine.app.embedded.CohortScoring;
import spine.app.embedded.RefusedException;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyFiles;
import spine.app.embedded.StudyOutcome;
import spine.app.embedded.WebStudies;
import spine.app.internal.launcher.StartLevelControl;
import spine.common.file.FileTree;
import spine.common.install.InstallPaths;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebException;
import spine.pipeline.ProviderFailedException;
import spine.runtime.ModelCatalogue;
import spine.runtime.ShadowRuns;
import spine.runtime.StudyFinder;

/** The scoring of this platform for the program that holds it. */
@Component
public final class EmbeddedCohort implements CohortScoring {
    private final BundleContext context;
    private final StartLevelControl startLevels;
    private final StudyFinder studies;
    private final SpineScoring scoring;
    private final ShadowRuns shadow;
    private final AvailableProviders available;
    private final DicomWeb web;
    private final ServingModels models;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "study-limit");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public EmbeddedCohort(BundleContext context, @Reference StartLevelControl startLevels, @Reference StudyFinder studies,
            @Reference SpineScoring scoring, @Reference ShadowRuns shadow, @Reference ModelCatalogue models,
            @Reference DicomWeb web) {
        this.context = context;
        this.startLevels = startLevels;
        this.studies = studies;
        this.scoring = scoring;
        this.shadow = shadow;
        this.available = new AvailableProviders(context);
        this.models = new ServingModels(models);
        this.web = web;
    }

    @Deactivate
    void close() {
        clock.shutdownNow();
    }

    @Override
    public List<StudyFiles> find(List<Path> locations, ScoringOptions options) throws RefusedException {
        if (InstallPaths.of(context::getProperty).hasDeployed()) {
            startLevels.start();
        } else {
            startLevels.awaitPlatform();
        }
        requireFormats(options);
        try {
            return studies.find(locations, choice(options)).stream().map(source -> located(source, locations)).toList();
        } catch (UnusableInputException e) {
            throw new RefusedException(e.getMessage(), ExitCode.UNUSABLE);
        } catch (ProviderFailedException e) {
            throw new RefusedException(e.getMessage(), ExitCode.FAILED);
        }
    }

    @Override
    public List<StudyFiles> find(WebStudies source) throws RefusedException {
        WebArchive archive = new WebArchive(web, source);
        return archive.studies().stream().map(study -> new StudyFiles(study, archive.location(study), List.of())).toList();
    }

    @Override
    public List<String> start(ScoringOptions options) throws RefusedException {
        startLevels.start();
        requireFormats(options);
        try {
            available.requireIndexes(options.indexes());
            models.require();
        } catch (UnavailableException e) {
            throw new RefusedException(e.getMessage(), ExitCode.UNAVAILABLE);
        }
        return SettingsProblems.of(context);
    }

    @Override
    public StudyOutcome score(StudyFiles study, ScoringOptions options) throws RefusedException, IOException {
        return score(study, options, cancellation -> find(study, options));
    }

    @Override
    public StudyOutcome score(StudyFiles study, WebStudies source, ScoringOptions options) throws RefusedException, IOException {
        WebArchive archive = new WebArchive(web, source);
        Path folder = Files.createTempDirectory(Files.createDirectories(context.getDataFile("fetched").toPath()), "study-");
        try {
            return score(study, options, cancellation -> {
                archive.fetch(study.study(), folder, cancellation);
                return only(study, studies.find(List.of(folder), choice(options)));
            }).at(folder.toString(), study.location());
        } finally {
            FileTree.delete(folder);
        }
    }

    /** Finds the study, perhaps after it has been fetched. */
    @FunctionalInterface
    private interface Search {
        StudySource find(Cancellation cancellation) throws UnusableInputException, RefusedException, IOException;
    }

    private StudyOutcome score(StudyFiles study, ScoringOptions options, Search search) throws RefusedException, IOException {
        // A process that takes the place of one that was lost was never asked to start.
        startLevels.start();
        Cancellation cancellation = new Cancellation();
        ScheduledFuture<?> alarm = clock.schedule(cancellation::cancel, options.limit().toMillis(), TimeUnit.MILLISECONDS);
        try {
            AttemptedStudy attempted = new StudyAttempt(scoring, options, "the log of this executor")
                    .score(search.find(cancellation), (step, done) -> { }, cancellation);
            shadow.awaitIdle();
            return attempted.outcome();
        } catch (UnusableInputException e) {
            return study.without(StudyOutcome.Status.REFUSED, e.getMessage());
        } catch (ProviderFailedException e) {
            return study.without(StudyOutcome.Status.FAILED, e.getMessage());
        } catch (UnavailableException e) {
            throw new RefusedException(e.getMessage(), ExitCode.UNAVAILABLE);
        } catch (DicomWebException e) {
            if (e.isWorthTrying()) {
                throw new RefusedException(e.getMessage(), ExitCode.FAILED);
            }
            return study.without(StudyOutcome.Status.REFUSED, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (CancellationException e) {
            if (cancellation.cancelled()) {
                return study.without(StudyOutcome.Status.FAILED, "Study " + study.study() + " was given up, because it took longer than "
                        + words(options.limit()) + ".");
            }
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void join(List<StudyOutcome> outcomes, ScoringOptions options) throws RefusedException, IOException {
        try (OutputPlace place = OutputPlace.open(options.folder())) {
            new BatchTables(place).add(outcomes);
        }
    }

    private void requireFormats(ScoringOptions options) throws RefusedException {
        try {
            available.requireFormats(options.formats());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(e.getMessage(), ExitCode.USAGE);
        }
    }

    /** A reader that names no files is asked again for all locations, which takes longer and finds the same. */
    private static StudyFiles located(StudySource source, List<Path> locations) {
        List<Path> files = source.files().isEmpty() ? locations : source.files();
        return new StudyFiles(source.studyInstanceUid(), FileTree.common(files).map(Path::toString).orElse(""),
                files.stream().map(file -> file.toAbsolutePath().toString()).toList());
    }

    private StudySource find(StudyFiles study, ScoringOptions options) throws UnusableInputException {
        return studies.find(study.paths(), choice(options)).stream().filter(source -> source.studyInstanceUid().equals(study.study()))
                .findFirst().orElseThrow(() -> new UnusableInputException("Study " + study.study()
                        + " is no longer in its files, the first of which is " + study.files().get(0) + "."));
    }

    private static StudySource only(StudyFiles study, List<StudySource> found) throws UnusableInputException {
        if (found.size() > 1) {
            throw new UnusableInputException("The images of study " + study.study() + " are those of " + found.size()
                    + " studies or patients, so none of them is scored.");
        }
        return found.get(0);
    }

    private static SeriesChoice choice(ScoringOptions options) {
        return new SeriesChoice(Set.copyOf(options.series()), options.anyContrast());
    }

    private static String words(Duration time) {
        return time.toSeconds() + " s";
    }
}
