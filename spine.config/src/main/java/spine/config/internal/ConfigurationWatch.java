package spine.config.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.bundle.Requirement;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.service.ConfigurationFiles;
import spine.common.install.InstallPaths;

/**
 * Reads {@code conf/*.cfg} of the installation while it starts, and again when a file changes. When this bundle has been
 * started, the first reading is over and the shipped defaults are in effect, so that what is started after it finds its
 * settings.
 */
@Component(immediate = true)
@Requirement(namespace = "osgi.extender", name = "osgi.configurator", version = "1.0.0")
public final class ConfigurationWatch implements ConfigurationFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationWatch.class);
    private static final long POLL_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConfigurationFolder folder;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "configuration-files");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ConfigurationWatch(BundleContext context, @Reference ConfigurationAdmin admin, @Reference MetaTypeService metatypes)
            throws IOException {
        this.folder = new ConfigurationFolder(InstallPaths.of(context::getProperty).conf(), admin, new KnownSettings(context, metatypes));
        Set<String> missing = new ShippedDefaults(context, admin).await(PATIENCE);
        if (!missing.isEmpty()) {
            LOG.warn("the Configurator has not applied {}; the values built into the bundles are in effect", missing);
        }
        folder.readAll();
        worker.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public List<String> problems() {
        return folder.problems();
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    private void look() {
        try {
            folder.readChanged();
        } catch (IOException | RuntimeException e) {
            LOG.error("configuration files cannot be watched", e);
        }
    }
}
