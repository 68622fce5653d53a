package spine.spark.internal.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;

import spine.app.command.ExitCode;
import spine.app.embedded.CohortScoring;
import spine.app.embedded.RefusedException;

/** The run set on a framework within this process, at the start level with which {@code ./spine} begins. */
final class EmbeddedFramework implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedFramework.class.getName());
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final long LOOK_MILLIS = 20;
    private static final long STOP_MILLIS = 20_000;

    private final URLClassLoader loader;
    private final Framework framework;

    private EmbeddedFramework(RunSet runSet, Path storage, Path home) throws RefusedException, IOException {
        List<URL> urls = new ArrayList<>();
        for (Path file : runSet.unpackRunPath(Files.createDirectory(storage.resolve("framework")))) {
            urls.add(file.toUri().toURL());
        }
        loader = new URLClassLoader(urls.toArray(URL[]::new), new SharedClasses(EmbeddedFramework.class.getClassLoader()));
        framework = ServiceLoader.load(FrameworkFactory.class, loader).findFirst()
                .orElseThrow(() -> new IOException("There is no framework in the run set.")).newFramework(settings(runSet, storage, home));
    }

    /**
     * @param jar the run set
     * @param storage an empty folder, for the installed bundles
     * @param home of spine: settings, deployed bundles, the choice of models
     * @throws RefusedException if it is not the run set, or does not start
     * @throws IOException if it cannot be read or unpacked
     */
    static EmbeddedFramework start(Path jar, Path storage, Path home) throws RefusedException, IOException {
        try (RunSet runSet = new RunSet(jar)) {
            EmbeddedFramework embedded = new EmbeddedFramework(runSet, storage, home);
            try {
                embedded.inside(() -> embedded.start(runSet));
                return embedded;
            } catch (Exception e) {
                embedded.close();
                LOG.log(Level.SEVERE, "the platform does not start", e);
                throw new RefusedException("The platform does not start (" + e + ").", ExitCode.FAILED);
            }
        }
    }

    private static Map<String, String> settings(RunSet runSet, Path storage, Path home) {
        Map<String, String> settings = new HashMap<>(runSet.properties());
        settings.put(Constants.FRAMEWORK_STORAGE, storage.resolve("bundles").toString());
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                CohortScoring.class.getPackageName() + ";version=" + CohortScoring.PACKAGE_VERSION);
        settings.put("spine.home", home.toString());
        settings.put("spine.own.process", "false");
        settings.put(CohortScoring.EMBEDDED, "true");
        return settings;
    }

    private Void start(RunSet runSet) throws BundleException, RefusedException, IOException {
        framework.init();
        BundleContext context = framework.getBundleContext();
        context.addFrameworkListener(EmbeddedFramework::note);
        Map<String, Integer> levels = runSet.startLevels();
        List<Bundle> bundles = new ArrayList<>();
        for (String entry : runSet.bundles()) {
            try (InputStream in = runSet.open(entry)) {
                Bundle bundle = context.installBundle("spine.app:" + entry, in);
                bundle.adapt(BundleStartLevel.class).setStartLevel(levels.getOrDefault(bundle.getSymbolicName(), 1));
                bundles.add(bundle);
            }
        }
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
        framework.start();
        return null;
    }

    /** A bundle that fails to start is reported nowhere else. */
    private static void note(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR || event.getType() == FrameworkEvent.WARNING) {
            LOG.log(Level.WARNING, String.valueOf(event.getBundle()), event.getThrowable());
        }
    }

    /** What scores studies. */
    CohortScoring scoring() throws RefusedException, InterruptedException {
        BundleContext context = framework.getBundleContext();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            ServiceReference<CohortScoring> reference = context.getServiceReference(CohortScoring.class);
            if (reference != null) {
                return context.getService(reference);
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new RefusedException("The run set does not score cohorts; spine.app.jar and spine.spark.jar must be of one release.",
                ExitCode.USAGE);
    }

    /** Does something that ends within the framework, so that libraries there which look for classes find nothing of Spark. */
    <T> T inside(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException e) {
            throw new IOException("the platform does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            loader.close();
        }
    }
}
