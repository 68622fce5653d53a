package spine.api.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;

/** The way into the platform for bundles of others: each is checked before it is installed. Safe for use by many threads. */
@ProviderType
public interface DeployGate {

    /**
     * Hands in a copy of a bundle and waits until it is accepted or refused.
     *
     * @param jar stays as it is
     * @param patience how long to wait for the verdict
     * @throws UnusableInputException if the jar is no readable file
     * @throws UnavailableException if there is no verdict in time; the copy stays handed in
     * @throws IOException if it cannot be handed in
     */
    GateVerdict submit(Path jar, Duration patience) throws UnusableInputException, UnavailableException, IOException;

    /**
     * Waits until what lay in the deploy folder when the platform came up has been installed and started, or has failed to.
     * Returns at once from then on, whatever is dropped later. Models among it may still be tested.
     *
     * @param patience how long to wait
     * @return false if the time ran out
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    boolean awaitInstalled(Duration patience) throws InterruptedException;
}
