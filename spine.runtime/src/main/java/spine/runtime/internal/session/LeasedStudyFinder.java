package spine.runtime.internal.session;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.lease.Lease;
import spine.pipeline.ProviderFailedException;
import spine.runtime.StudyFinder;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.guard.GuardedReader;
import spine.runtime.internal.provider.Providers;

/** Finds the studies below some locations with whatever readers there are, each held while it is asked. */
@Component
public final class LeasedStudyFinder implements StudyFinder {
    private static final Logger LOG = LoggerFactory.getLogger(LeasedStudyFinder.class);

    private final Providers providers;

    @Activate
    public LeasedStudyFinder(@Reference Providers providers) {
        this.providers = providers;
    }

    @Override
    public List<StudySource> find(List<Path> locations, SeriesChoice choice) throws UnusableInputException {
        Map<ProviderDescriptor<StudyReader>, List<Path>> byReader = new LinkedHashMap<>();
        for (Path location : locations) {
            byReader.computeIfAbsent(readerOf(location), reader -> new ArrayList<>()).add(location);
        }
        List<StudySource> sources = new ArrayList<>();
        for (Map.Entry<ProviderDescriptor<StudyReader>, List<Path>> entry : byReader.entrySet()) {
            sources.addAll(find(entry.getKey(), entry.getValue(), choice));
        }
        return sources;
    }

    private List<StudySource> find(ProviderDescriptor<StudyReader> reader, List<Path> locations, SeriesChoice choice)
            throws UnusableInputException {
        try (Lease<ProviderDescriptor<StudyReader>> held = providers.readers().lease(reader).orElseThrow(() ->
                new ProviderFailedException("The reader " + reader.label() + " was removed while it was needed.", null))) {
            return new GuardedReader(providers, held.provider()).identified(locations, choice).stream()
                    .<StudySource>map(found -> new FoundStudy(providers, reader, found, choice)).toList();
        }
    }

    private ProviderDescriptor<StudyReader> readerOf(Path location) throws UnusableInputException {
        // A link that leads nowhere may be part of a study that is found again: its reader says what it is.
        if (!Files.exists(location, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnusableInputException(location + " does not exist.");
        }
        List<ProviderFailedException> failures = new ArrayList<>();
        for (ProviderDescriptor<StudyReader> reader : providers.readers().table().providers()) {
            Optional<Lease<ProviderDescriptor<StudyReader>>> lease = providers.readers().lease(reader);
            if (lease.isPresent()) {
                try (Lease<ProviderDescriptor<StudyReader>> held = lease.get()) {
                    if (new GuardedReader(providers, held.provider()).reads(location)) {
                        return reader;
                    }
                } catch (ProviderFailedException e) {
                    LOG.error("a reader failed, so that the next one is asked", e);
                    failures.add(e);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        throw new UnusableInputException(location + " holds nothing that an installed reader can read.");
    }
}
