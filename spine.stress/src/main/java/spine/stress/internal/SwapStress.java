package spine.stress.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

import spine.api.image.StudySource;
import spine.api.model.ModelCard;
import spine.api.service.SpineScoring;
import spine.runtime.ModelCatalogue;
import spine.stress.internal.bundle.ModelJars;

/**
 * Swaps the oedema model about once a second in every order while clients score studies, and says what that did: to the
 * studies, to the reports, and to what the process holds.
 */
public final class SwapStress {
    /** How many studies run at the same time. */
    public static final int CLIENTS = 8;

    private static final long PACE_MILLIS = 1_000;
    private static final int REPETITIONS = 9;
    private static final int SWAPS_A_LOOK = 50;
    /** Growth that counts as none: what caches, pools and the allocator take before they are full. */
    private static final Footprint BOUND = new Footprint(32, 16, 8, 256);

    private final BundleContext context;
    private final SpineScoring scoring;
    private final ModelCatalogue models;
    private final List<StudySource> studies;
    private final DeployFolder deploy;
    private final Path work;
    private final Consumer<String> out;

    /**
     * @param whole studies, of each of which a few images are used
     * @param images of each stack
     * @param deploy the deploy folder
     * @param work a folder for the clients
     * @param out takes one line after the other
     */
    public SwapStress(BundleContext context, SpineScoring scoring, ModelCatalogue models, List<StudySource> whole, int images, Path deploy,
            Path work, Consumer<String> out) throws Exception {
        this.context = context;
        this.scoring = scoring;
        this.models = models;
        this.studies = new ArrayList<>();
        for (StudySource study : whole) {
            studies.add(new ShortStudy(study, images));
        }
        this.deploy = new DeployFolder(deploy);
        this.work = Files.createDirectories(work);
        this.out = out;
    }

    /**
     * @param warmUp swaps before anything counts
     * @param time ends after this time, with the round of orders that is being done
     * @param most ends after so many swaps, in the same way
     * @return whether everything held
     */
    public boolean run(int warmUp, Duration time, int most) throws Exception {
        Bundle shipped = ModelJars.delivered(context);
        ModelJars jars = new ModelJars(shipped);
        Swaps swaps = new Swaps(context, jars, deploy, this::serving);
        Clients clients = new Clients(scoring, studies, work);
        // So that a gap between two versions is one.
        shipped.stop(Bundle.STOP_TRANSIENT);
        try {
            swaps.begin();
            clients.learn();
            swaps.next();
            clients.learn();
            if (!clients.tellVersionsApart()) {
                throw new IllegalStateException("the two kinds of versions do not differ, so mixed reports could not be seen");
            }
            warmUp(clients, swaps, warmUp);
            boolean held = load(clients, swaps, time, most);
            DropTimes times = new DropTimes(context, scoring, studies.get(0), deploy, work, Math.min(REPETITIONS, most));
            out.accept(times.model(jars));
            out.accept(times.index());
            return held;
        } finally {
            swaps.end();
            shipped.start(Bundle.START_TRANSIENT);
        }
    }

    private void warmUp(Clients clients, Swaps swaps, int number) throws Exception {
        ExecutorService threads = clients.start(CLIENTS);
        for (int i = 0; i < number; i++) {
            swaps.next();
        }
        clients.stop(threads);
    }

    private boolean load(Clients clients, Swaps swaps, Duration time, int most) throws Exception {
        Footprint before = Footprint.now();
        int scoredBefore = clients.scored();
        int swapsBefore = swaps.count();
        long begin = System.nanoTime();
        long slowest = 0;
        List<String> underLoad = new ArrayList<>();
        ExecutorService threads = clients.start(CLIENTS);
        // Ends with a whole round of orders, so that as many versions and their memory are there as at the beginning.
        while (System.nanoTime() - begin < time.toNanos() && swaps.count() - swapsBefore < most
                || (swaps.count() - swapsBefore) % swaps.orders() != 0) {
            long started = System.nanoTime();
            swaps.next();
            long took = System.nanoTime() - started;
            slowest = Math.max(slowest, took);
            if ((swaps.count() - swapsBefore) % SWAPS_A_LOOK == 0) {
                underLoad.add(String.format(Locale.ROOT, "%.0f", Footprint.resident()));
            }
            Thread.sleep(Math.max(0, PACE_MILLIS - took / 1_000_000));
        }
        clients.stop(threads);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Footprint after = Footprint.now();
        int swapped = swaps.count() - swapsBefore;
        out.accept(String.format(Locale.ROOT, "%d clients, %.0f s, %d swaps in %d orders, slowest swap %.0f ms", CLIENTS, seconds, swapped,
                swaps.orders(), slowest / 1e6));
        out.accept("studies " + (clients.scored() - scoredBefore) + ", failed " + clients.failures().size() + ", mixed-version reports "
                + clients.mixed());
        clients.failures().stream().distinct().limit(5).forEach(failure -> out.accept("  " + failure));
        boolean bounded = grew("heap after collection", before.heapMb(), after.heapMb(), BOUND.heapMb(), "MB")
                & grew("metaspace", before.metaspaceMb(), after.metaspaceMb(), BOUND.metaspaceMb(), "MB")
                & grew("threads", before.threads(), after.threads(), BOUND.threads(), "")
                & grew("resident memory", before.residentMb(), after.residentMb(), BOUND.residentMb(), "MB");
        if (!underLoad.isEmpty()) {
            out.accept("resident memory under load, every " + SWAPS_A_LOOK + " swaps: " + String.join(" ", underLoad) + " MB");
        }
        return bounded && clients.failures().isEmpty() && clients.mixed() == 0;
    }

    private boolean grew(String what, double before, double after, double bound, String unit) {
        boolean holds = !(after - before > bound);
        out.accept(String.format(Locale.ROOT, "%s %.0f to %.0f %s (bound: %+.0f)%s", what, before, after, unit, bound,
                holds ? "" : "  EXCEEDED").replace("  (", " ("));
        return holds;
    }

    private List<String> serving() {
        return models.cards().stream().filter(card -> card.id().equals(ModelJars.MODEL)).map(ModelCard::version).toList();
    }
}
