package spine.stress.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

import spine.stress.internal.bundle.ModelJars;
import spine.stress.internal.bundle.ModelJars.VersionedJar;

/** Swaps a model for its next version, each time in another order. */
final class Swaps {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 5;

    private final BundleContext context;
    private final ModelJars jars;
    private final DeployFolder deploy;
    private final Supplier<List<String>> serving;
    private Bundle bundle;
    private Path file;
    private int count;

    private interface Swap {
        void run(VersionedJar next) throws IOException, BundleException, InterruptedException;
    }

    private final List<Swap> orders = List.of(this::addThenRemove, this::removeThenAdd, this::updateInPlace, this::dropFileThenRemove,
            this::overwriteFile, this::filesInOnePoll, this::removeFileThenAdd);

    /** @param serving versions of the model that may serve now */
    Swaps(BundleContext context, ModelJars jars, DeployFolder deploy, Supplier<List<String>> serving) {
        this.context = context;
        this.jars = jars;
        this.deploy = deploy;
        this.serving = serving;
    }

    /** What there are orders of. */
    int orders() {
        return orders.size();
    }

    int count() {
        return count;
    }

    /** The first version comes up. */
    void begin() throws IOException, BundleException, InterruptedException {
        VersionedJar first = jars.next();
        bundle = install(first);
        awaitOnly(first);
    }

    /**
     * One swap; returns when the next version may serve and the one before is gone.
     *
     * @return the version that serves now
     */
    String next() throws IOException, BundleException, InterruptedException {
        VersionedJar next = jars.next();
        orders.get(count % orders.size()).run(next);
        awaitOnly(next);
        count++;
        return next.version();
    }

    /** The last version goes. */
    void end() throws IOException, BundleException {
        if (bundle != null) {
            bundle.uninstall();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private void addThenRemove(VersionedJar next) throws IOException, BundleException, InterruptedException {
        Bundle old = bundle;
        bundle = install(next);
        await(next);
        old.uninstall();
    }

    private void removeThenAdd(VersionedJar next) throws BundleException {
        bundle.uninstall();
        bundle = install(next);
    }

    private void updateInPlace(VersionedJar next) throws BundleException {
        bundle.update(new ByteArrayInputStream(next.jar()));
    }

    private void dropFileThenRemove(VersionedJar next) throws IOException, BundleException, InterruptedException {
        dropNew(next);
        await(next);
        bundle.uninstall();
        bundle = null;
    }

    private void overwriteFile(VersionedJar next) throws IOException {
        deploy.drop(file, next.jar());
    }

    private void filesInOnePoll(VersionedJar next) throws IOException {
        Files.delete(file);
        dropNew(next);
    }

    private void removeFileThenAdd(VersionedJar next) throws IOException, BundleException, InterruptedException {
        Files.delete(file);
        file = null;
        awaitNone();
        bundle = install(next);
    }

    private void dropNew(VersionedJar next) throws IOException {
        file = deploy.file(next.version());
        deploy.drop(file, next.jar());
    }

    private Bundle install(VersionedJar jar) throws BundleException {
        Bundle installed = context.installBundle("stress:" + jar.version(), new ByteArrayInputStream(jar.jar()));
        installed.start();
        return installed;
    }

    private void await(VersionedJar jar) throws InterruptedException {
        awaitServing("version " + jar.version(), versions -> versions.contains(jar.version()));
    }

    private void awaitOnly(VersionedJar jar) throws InterruptedException {
        awaitServing("version " + jar.version() + " alone", versions -> versions.equals(List.of(jar.version())));
    }

    private void awaitNone() throws InterruptedException {
        awaitServing("withdrawal", List::isEmpty);
    }

    private void awaitServing(String what, Predicate<List<String>> reached) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.test(serving.get())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no " + what + " within " + PATIENCE.toSeconds() + " s; there is " + serving.get());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
