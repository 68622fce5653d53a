package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
        Optional<String> manifest = ResultState.of(folder);
        if (manifest.isEmpty()) {
            ComparisonFolder.of(folder).remove();
            return UNKNOWN;
        }
        Optional<StudyIdentity> identity = new IdentitySearch(identities, paths.deidentificationKey())
                .find(place.studyInstanceUid(), place.images(), folder)
                .filter(found -> found.pseudonym().isPresent() && found.date().isPresent());
        return identity.isEmpty() ? UNKNOWN
                : remember(new RememberedResult(identity.get(), folder, manifest.get(), ImageFiles.of(place.images()), "", false), reach);
    }

    private Outcome remember(RememberedResult fresh, Reach reach) throws IOException {
        TimelineFile file = TimelineFile.of(paths.timeline(), fresh.patient());
        ComparisonUpdate update = new ComparisonUpdate(comparison, archive, finder);
        List<String> doubts = new ArrayList<>();
        file.hold(table -> {
            if (table.add(fresh)) {
                file.write(table.all());
            }
            update.run(file, table, fresh.patient(), fresh.results(), reach, Optional.of(fresh.folder()));
            doubts.addAll(new PatientResults(table.of(fresh.patient()), reach).doubts(fresh));
        });
        return new Outcome(true, update.made(), doubts, update.failures());
    }

    @Override
    public Set<String> forgetRemoved(Path results) throws IOException {
        Path folder = results.toAbsolutePath().normalize();
        Set<String> studies = new TreeSet<>();
        for (TimelineFile file : TimelineFile.all(paths.timeline())) {
            if (!removed(file.read(), folder).isEmpty()) {
                file.hold(table -> {
                    for (String patient : table.removeAll(removed(table.all(), folder))) {
                        studies.addAll(withdraw(table, patient, folder));
                    }
                    file.write(table.all());
                });
            }
        }
        removeOrphans(folder);
        return studies;
    }

    /** Removes what was made of results that are not remembered any more. */
    private static Set<String> withdraw(ResultTable table, String patient, Path folder) throws IOException {
        PatientResults all = new PatientResults(table.of(patient), Reach.SAME_FOLDER);
        Set<String> studies = new TreeSet<>();
        for (RememberedResult result : table.of(patient)) {
            if (result.results().equals(folder) && !result.comparison().isEmpty()
                    && !result.comparison().equals(all.upTo(result).digest())) {
                ComparisonFolder.of(result.folder()).remove();
                table.replace(result, result.compared("", false));
                studies.add(result.study());
            }
        }
        return studies;
    }

    private static List<RememberedResult> removed(List<RememberedResult> all, Path results) {
        return all.stream().filter(result -> result.results().equals(results) && result.isRemoved()).toList();
    }

    /** Those of results that are gone, also where the timeline itself was removed. */
    private static void removeOrphans(Path results) throws IOException {
        Path comparisons = results.resolve(FOLDER);
        if (!Files.isDirectory(comparisons)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> entries = Files.list(comparisons)) {
            all = entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).toList();
        }
        for (Path path : all) {
            if (!Files.isDirectory(results.resolve(path.getFileName()))) {
                new ComparisonFolder(path).remove();
            }
        }
    }
}
