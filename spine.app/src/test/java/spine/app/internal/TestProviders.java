package spine.app.internal;

import java.nio.file.Path;
import java.time.Duration;

import org.osgi.framework.ServiceReference;

import spine.app.internal.model.ChoiceFile;

/** A platform without a framework and with little patience. */
public final class TestProviders {
    private static final Duration SHORT = Duration.ofMillis(20);

    private TestProviders() {
    }

    /** @param home where the choices are kept */
    static Providers in(Path home) {
        return new Providers(new Providers.Times(SHORT, SHORT, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1)),
                new ChoiceFile(home.resolve("models.json")), new Providers.Fetcher() {
                    @Override
                    public <T> Admissions.Source<T> source(ServiceReference<T> ref) {
                        throw new IllegalStateException("there is no framework");
                    }
                });
    }
}
