package spine.deploy.internal;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** Where this installation keeps its files. */
final class Home {

    private Home() {
    }

    /** Property {@code spine.home} of framework or system; {@code .spine} in the working folder without it. */
    static Folders folders(BundleContext context) {
        String home = context.getProperty("spine.home");
        return new Folders(Path.of(home == null ? ".spine" : home).toAbsolutePath().normalize());
    }

    static TrustStore trust(Folders folders, GateSettings settings) {
        Path file = settings.trust_store().isBlank() ? folders.trustStore() : folders.home().resolve(settings.trust_store().trim());
        return new TrustStore(file, settings.trust_password());
    }
}
