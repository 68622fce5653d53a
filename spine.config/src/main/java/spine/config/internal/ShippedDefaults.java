package spine.config.internal;

import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.SynchronousConfigurationListener;

/**
 * The settings this installation is delivered with: one resource for each PID, named like it. The Configurator gives them to
 * Configuration Admin on a thread of its own, once for an installation. They have PIDs of their own, so that a file in the
 * folder of settings neither overwrites them nor has to bring them back when it goes.
 */
final class ShippedDefaults {
    private static final String FOLDER = "OSGI-INF/configurator";
    private static final String SUFFIX = ".json";

    private final BundleContext context;
    private final ConfigurationAdmin admin;

    ShippedDefaults(BundleContext context, ConfigurationAdmin admin) {
        this.context = context;
        this.admin = admin;
    }

    /** @return the PIDs that are not in effect after that time; empty as soon as all are */
    Set<String> await(Duration patience) throws IOException {
        Set<String> missing = ConcurrentHashMap.newKeySet();
        missing.addAll(pids(context.getBundle()));
        CountDownLatch complete = new CountDownLatch(1);
        SynchronousConfigurationListener listener = event -> {
            missing.remove(event.getPid());
            if (missing.isEmpty()) {
                complete.countDown();
            }
        };
        ServiceRegistration<?> registration = context.registerService(SynchronousConfigurationListener.class, listener, null);
        try {
            missing.removeAll(present());
            if (!missing.isEmpty()) {
                complete.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            registration.unregister();
        }
        return new TreeSet<>(missing);
    }

    static Set<String> pids(Bundle bundle) {
        Enumeration<URL> resources = Optional.ofNullable(bundle.findEntries(FOLDER, "*" + SUFFIX, false))
                .orElse(Collections.emptyEnumeration());
        Set<String> pids = new TreeSet<>();
        resources.asIterator().forEachRemaining(resource -> {
            String name = resource.getPath().substring(resource.getPath().lastIndexOf('/') + 1);
            pids.add(name.substring(0, name.length() - SUFFIX.length()));
        });
        return pids;
    }

    private Set<String> present() throws IOException {
        Set<String> present = new TreeSet<>();
        try {
            var configurations = admin.listConfigurations(null);
            if (configurations != null) {
                for (var configuration : configurations) {
                    present.add(configuration.getPid());
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return present;
    }
}
