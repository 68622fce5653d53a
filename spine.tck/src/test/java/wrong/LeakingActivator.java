package wrong;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.UnitScore;

/** Registers an index without saying its version and leaves a thread running for ever. */
public final class LeakingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        ScoringIndex index = input -> new Score("leaking", "1.0.0", Map.of("total", 0.0), List.of(),
                input.anatomy().units().stream().map(UnitScore::zero).toList(), List.of());
        context.registerService(ScoringIndex.class, index, new Hashtable<>(Map.of(ScoringIndex.INDEX_ID, "leaking")));
        Thread thread = new Thread(LeakingActivator::sleepForEver, "leaking-index");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) {
        // Leaves its thread behind.
    }

    private static void sleepForEver() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException goOn) {
            sleepForEver();
        }
    }
}
