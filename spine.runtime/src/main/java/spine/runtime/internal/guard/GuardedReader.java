package spine.runtime.internal.guard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.provider.Providers;

/** A reader that answers in time, and as it has promised, or fails by name. */
public final class GuardedReader {
    private final Providers providers;
    private final ProviderDescriptor<StudyReader> reader;

    /**
     * @param uid of the study
     * @param files of the study
     * @param source of the reader
     */
    public record Found(String uid, List<Path> files, StudySource source) {
    }

    public GuardedReader(Providers providers, ProviderDescriptor<StudyReader> reader) {
        this.providers = providers;
        this.reader = reader;
    }

    /** See {@link StudyReader#reads}. */
    public boolean reads(Path location) {
        return invoker(() -> providers.limits().reading()).ask(() -> reader.service().reads(location));
    }

    /**
     * Finds studies and asks each who it is and where it lies, which runs foreign code too; see {@link StudyReader#find}.
     *
     * @return at least one study, in the order of the reader
     */
    public List<Found> identified(List<Path> locations, SeriesChoice choice) throws UnusableInputException {
        return invoker(() -> providers.limits().search()).askOfInput(() -> {
            List<Found> found = new ArrayList<>();
            for (StudySource source : reader.service().find(locations, choice)) {
                found.add(new Found(Objects.requireNonNull(source.studyInstanceUid(), "a study without UID"), List.copyOf(source.files()),
                        source));
            }
            if (found.isEmpty()) {
                throw new IllegalStateException("no study and no reason");
            }
            return found;
        });
    }

    private ProviderInvoker<StudyReader> invoker(Supplier<Duration> limit) {
        return new ProviderInvoker<>(providers.readers(), reader,
                "The reader " + reader.label() + providers.origin(reader.service()), limit);
    }
}
