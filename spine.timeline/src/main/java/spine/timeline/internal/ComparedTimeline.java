package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.comparison.PatientTimeline;
import spine.api.comparison.StudyComparison;
import spine.api.deidentification.StudyIdentities;
import spine.api.deidentification.StudyIdentity;
import spine.api.report.ResultArchive;
import spine.common.file.FileFailure;
import spine.common.install.InstallPaths;
import spine.runtime.StudyFinder;

/** The timeline of the home. */
@Component(service = {PatientTimeline.class, ComparedTimeline.class})
public final class ComparedTimeline implements PatientTimeline {
    private static final Outcome UNKNOWN = new Outcome(false, List.of(), List.of(), List.of());

    private final InstallPaths paths;
    private final StudyIdentities identities;
    private final StudyComparison comparison;
    private final ResultArchive archive;
    private final StudyFinder finder;
    private final FailureCount failures = new FailureCount();

    @Activate
    public ComparedTimeline(BundleContext context, @Reference StudyIdentities identities, @Reference StudyComparison comparison,
            @Reference ResultArchive archive, @Reference StudyFinder finder) {
        this(InstallPaths.of(context::getProperty), identities, comparison, archive, finder);
    }

    ComparedTimeline(InstallPaths paths, StudyIdentities identities, StudyComparison comparison, ResultArchive archive,
            StudyFinder finder) {
        this.paths = paths;
        this.identities = identities;
        this.comparison = comparison;
        this.archive = archive;
        this.finder = finder;
    }

    FailureCount failureCount() {
        return failures;
    }

    @Override
    public Outcome add(Place place, Reach reach) throws IOException {
        try {
            Outcome outcome = remember(place, reach);
            failures.count(outcome.comparisons().size(), outcome.failures());
            return outcome;
        } catch (IOException e) {
            failures.count(0, List.of(FileFailure.sentence(e)));
            throw e;
        }
    }

    private Outcome remember(Place place, Reach reach) throws IOException {
        Path folder = place.folder().toAbsolutePath().normalize();
        ComparisonUpdate update = new ComparisonUpdate(comparison, archive, finder);
        FormerEntries former = new FormerEntries(paths.timeline(), update);
        Optional<ResultVersion> version = ResultVersion.in(folder);
        if (version.isEmpty()) {
            ComparisonFolder.of(folder).remove();
        }
        Optional<StudyIdentity> identity = version.isEmpty() ? Optional.empty()
                : new IdentitySearch(identities, paths.deidentificationKey()).find(place.studyInstanceUid(), place.images(), folder);
        Optional<StudyIdentity> patient = identity.filter(found -> found.pseudonym().isPresent() && found.date().isPresent());
        if (patient.isEmpty()) {
            // Where nothing can be read of the patient any more, what was read before still holds for the same result.
            former.withdraw(place.studyInstanceUid(), folder, identity.isPresent() ? Optional.empty() : version, reach);
            return new Outcome(false, update.made(), List.of(), update.failures());
        }
        Optional<ResultVersion> models = place.corrects().isEmpty() ? Optional.empty()
                : ResultVersion.in(place.corrects().get().toAbsolutePath().normalize());
        if (place.corrects().isPresent() && models.isEmpty()) {
            return new Outcome(false, List.of(), List.of(), List.of());
        }
        RememberedResult fresh = new RememberedResult(patient.get(), version.get(), ImageFiles.of(place.images()), models, "", false);
        TimelineFile file = TimelineFile.of(paths.timeline(), fresh.patient());
        if (!new ResultTable(file.read()).has(fresh.patient(), folder)) {
            former.withdraw(fresh, reach);
        }
        return remember(fresh, file, update, reach);
    }

    private Outcome remember(RememberedResult fresh, TimelineFile file, ComparisonUpdate update, Reach reach) throws IOException {
        List<Outcome> outcome = new ArrayList<>();
        file.hold(table -> {
            if (fresh.corrects().isPresent() && !table.has(fresh.corrects().get())) {
                outcome.add(new Outcome(false, update.made(), List.of(), update.failures()));
                return;
            }
            if (table.add(fresh)) {
                file.write(table.all());
            }
            Set<Path> written = new LinkedHashSet<>(List.of(fresh.results()));
            fresh.corrects().ifPresent(models -> written.add(models.folder().getParent()));
            for (Path results : written) {
                update.run(file, table, fresh.patient(), results, reach(results, reach), Optional.of(fresh.folder()));
            }
            // A platform that serves lacks nothing, since it compares what it keeps itself.
            written.add(paths.results());
            PatientResults all = new PatientResults(table.of(fresh.patient()), reach);
            List<String> doubts = new ArrayList<>(all.doubts(fresh));
            table.damaged().forEach((study, why) -> doubts.add("Study " + fresh.study() + " is not compared with study " + study
                    + " of the same PatientID: " + why + "."));
            doubts.addAll(all.elsewhere(fresh, written));
            outcome.add(new Outcome(true, update.made(), doubts, update.failures()));
        });
        return outcome.get(0);
    }

    /** A platform that serves compares what it keeps itself, whoever has that done. */
    private Reach reach(Path results, Reach asked) {
        return results.equals(paths.results()) ? Reach.SAME_FOLDER : asked;
    }

    @Override
    public Set<String> forgetRemoved(Path results) throws IOException {
        return new RemovedResults(paths.timeline()).forget(results.toAbsolutePath().normalize());
    }
}
