package spine.runtime.internal.provider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.runtime.internal.admission.ProviderDescriptor;

/** Finds the studies below some locations with whatever readers there are. */
@Component(service = LeasedStudyFinder.class)
public final class LeasedStudyFinder {
    private final Providers providers;

    @Activate
    public LeasedStudyFinder(@Reference Providers providers) {
        this.providers = providers;
    }

    /**
     * Each location goes to the first reader that knows what to do with it.
     *
     * @param locations files and folders
     * @throws UnusableInputException if a location does not exist, no reader knows it or it holds no image
     */
    public List<StudySource> find(List<Path> locations, SeriesChoice choice) throws UnusableInputException {
        Map<StudyReader, List<Path>> byReader = new LinkedHashMap<>();
        for (Path location : locations) {
            byReader.computeIfAbsent(readerOf(location), reader -> new ArrayList<>()).add(location);
        }
        List<StudySource> sources = new ArrayList<>();
        for (Map.Entry<StudyReader, List<Path>> entry : byReader.entrySet()) {
            sources.addAll(entry.getKey().find(entry.getValue(), choice));
        }
        return sources;
    }

    private StudyReader readerOf(Path location) throws UnusableInputException {
        if (!Files.exists(location)) {
            throw new UnusableInputException(location + " does not exist.");
        }
        return providers.readers().table().providers().stream().map(ProviderDescriptor::service).filter(reader -> reader.reads(location)).findFirst()
                .orElseThrow(() -> new UnusableInputException(location + " is nothing that a reader here knows how to open."));
    }
}
