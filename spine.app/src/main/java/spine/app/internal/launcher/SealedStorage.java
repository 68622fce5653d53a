package spine.app.internal.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import spine.common.install.StorageSeal;

/**
 * Seals the storage of the framework at the end of a process whose platform came up. A storage without a seal is made anew at the next
 * start, so that whatever kept this one from coming up does not keep the next one, too.
 */
final class SealedStorage extends ServiceTracker<RunningCommand, RunningCommand> implements FrameworkListener {
    private volatile boolean understood;
    private volatile boolean failed;

    SealedStorage(BundleContext context) {
        super(context, RunningCommand.class, null);
    }

    @Override
    public void open() {
        super.open();
        context.addFrameworkListener(this);
    }

    /** A bundle that was to be started and was not. */
    @Override
    public void frameworkEvent(FrameworkEvent event) {
        failed |= event.getType() == FrameworkEvent.ERROR;
    }

    @Override
    public void removedService(ServiceReference<RunningCommand> reference, RunningCommand command) {
        understood |= command.understood();
        super.removedService(reference, command);
    }

    /** To be called while the framework stops, when nothing but this bundle runs any more. */
    void seal() {
        close();
        String file = System.getProperty(StorageSeal.PROPERTY);
        if (file == null || failed || !understood) {
            return;
        }
        try {
            Path storage = Path.of(System.getProperty("launch.storage.dir"));
            Set<Long> bundles = Arrays.stream(context.getBundles()).map(Bundle::getBundleId).collect(Collectors.toSet());
            new StorageSeal(storage, Path.of(file)).set(System.getProperty(StorageSeal.BUILD), bundles);
        } catch (IOException e) {
            Logger.getLogger(SealedStorage.class.getName()).log(Level.INFO, "the storage is made anew at the next start", e);
        }
    }
}
