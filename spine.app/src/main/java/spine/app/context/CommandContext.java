package spine.app.context;

import java.nio.file.Path;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

import spine.api.Cancellation;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.runtime.ModelCatalogue;
import spine.runtime.StudyFinder;

/** What commands work with. */
@ProviderType
public interface CommandContext {

    /** Starts compute engine and models and waits for them; every command that needs them calls this first. Repeating it is harmless. */
    void startEngine();

    /** For commands that need settings but no model. */
    void startWithSettings();

    /** Lets others in from the network, as far as the settings say; after {@link #startEngine}. */
    void startServing();

    /** Cancelled when the process is asked to end, or when the client is gone for which it runs the command. */
    Cancellation cancellation();

    SpineScoring scoring();

    StudyFinder studies();

    ModelCatalogue models();

    /**
     * Waits a few seconds for a service.
     *
     * @param what names it to the user
     * @throws UnavailableException if no such service comes up
     */
    <T> T service(Class<T> type, String what) throws UnavailableException;

    /** A service of a serving platform, if there is one at the moment. */
    <T> Optional<T> present(Class<T> type);

    /** The folder in which the user works, absolute: paths that a command is given are relative to it. */
    default Path workingFolder() {
        return Path.of("").toAbsolutePath();
    }

    /** Where this process writes its log. */
    Path logFile();

    /** Blocks until the container stops. */
    void awaitStop();
}
