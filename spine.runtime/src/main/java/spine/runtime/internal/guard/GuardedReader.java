package spine.runtime.internal.guard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.provider.Providers;

/** A reader that answers in time or fails by name. */
public final class GuardedReader implements StudyReader {
    private final Providers providers;
    private final ProviderDescriptor<StudyReader> reader;
    private final Cancellation cancellation = new Cancellation();

    public GuardedReader(Providers providers, ProviderDescriptor<StudyReader> reader) {
        this.providers = providers;
        this.reader = reader;
    }

    @Override
    public boolean reads(Path location) {
        return invoker(() -> providers.limits().reading()).ask(cancellation, own -> reader.service().reads(location));
    }

    @Override
    public List<StudySource> find(List<Path> locations, SeriesChoice choice) throws UnusableInputException {
        return invoker(() -> providers.limits().search()).askOfInput(cancellation, own -> reader.service().find(locations, choice));
    }

    private ProviderInvoker<StudyReader> invoker(Supplier<Duration> limit) {
        return new ProviderInvoker<>(providers.readers(), reader, "The reader " + reader.label(), limit);
    }
}
