package spine.app.internal.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import spine.api.UnusableInputException;
import spine.api.cohort.CohortReport;
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
import spine.pipeline.ProviderFailedException;
import spine.runtime.AvailableProviders;
import spine.runtime.ModelCatalogue;
import spine.runtime.ShadowRuns;
import spine.runtime.StudyFinder;

/** The scoring of this platform for the program that holds it. */
@Component
public final class EmbeddedCohort implements CohortScoring {
    private final BundleContext context;
    private final StartLevelControl startLevels;
    private final StudyFinder studies;
    private final TimedScoring scoring;
    private final AvailableProviders available;
    private final DicomWeb web;
    private final ServingModels models;
    private final CohortReport report;

    @Activate
    public EmbeddedCohort(BundleContext context, @Reference StartLevelControl startLevels, @Reference StudyFinder studies,
            @Reference SpineScoring scoring, @Reference ShadowRuns shadow, @Reference ModelCatalogue models,
            @Reference DicomWeb web, @Reference CohortReport report) {
        this.context = context;
        this.startLevels = startLevels;
        this.studies = studies;
        this.scoring = new TimedScoring(scoring, shadow);
        this.available = new AvailableProviders(context);
        this.models = new ServingModels(models);
        this.web = web;
        this.report = report;
    }

    @Deactivate
    void close() {
        scoring.close();
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
        // A process that takes the place of one that was lost was never asked to start.
        startLevels.start();
        return scoring.score(study, options, cancellation -> find(study, options));
    }

    @Override
    public StudyOutcome score(StudyFiles study, WebStudies source, ScoringOptions options) throws RefusedException, IOException {
        startLevels.start();
        WebArchive archive = new WebArchive(web, source);
        Path folder = Files.createTempDirectory(Files.createDirectories(context.getDataFile("fetched").toPath()), "study-");
        try {
            return scoring.score(study, options, cancellation -> {
                archive.fetch(study.study(), folder, cancellation);
                return only(study, studies.find(List.of(folder), choice(options)));
            }).at(folder.toString(), study.location());
        } finally {
            FileTree.delete(folder);
        }
    }

    @Override
    public void join(List<StudyOutcome> outcomes, ScoringOptions options) throws RefusedException, IOException {
        try (OutputPlace place = OutputPlace.open(options.folder())) {
            BatchTables tables = new BatchTables(place);
            tables.add(outcomes);
            tables.addToLong(outcomes);
            new BatchPage(place, report).write();
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
}
