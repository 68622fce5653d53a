package spine.deploy.internal.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.service.DeploymentStatus;
import spine.deploy.internal.BundleLocation;
import spine.deploy.internal.state.Deployment;
import spine.deploy.internal.state.DeploymentState;

/**
 * Starts a bundle and decides between it and what its file was before: that goes when the platform uses what the new one
 * offers, and serves on when the platform refuses it or keeps it on standby.
 */
final class BundleReplacement {
    private static final Logger LOG = LoggerFactory.getLogger(BundleReplacement.class);

    private final BundleContext context;
    private final BundleLifecycle lifecycle;
    private final DeploymentStatus status;
    private final Executor reviews;
    private final Map<Bundle, Deployment> deployments = new ConcurrentHashMap<>();
    /** The present contents of files that could serve, and do not until somebody chooses them. */
    private final Set<Bundle> undecided = ConcurrentHashMap.newKeySet();

    /**
     * @param status of what a bundle offers
     * @param reviews runs what waits for it where nothing depends on it
     */
    BundleReplacement(BundleContext context, BundleLifecycle lifecycle, DeploymentStatus status, Executor reviews) {
        this.context = context;
        this.lifecycle = lifecycle;
        this.status = status;
        this.reviews = reviews;
    }

    /**
     * Starts a bundle and decides; then tries those again that could not be started before.
     *
     * @param deployment told what becomes of the bundle, now and later
     */
    void settle(Bundle bundle, Deployment deployment) throws InterruptedException {
        deployments.put(bundle, deployment);
        settle(bundle);
        for (Bundle other : lifecycle.waiting()) {
            settle(other);
        }
    }

    void uninstall(List<Bundle> bundles) {
        lifecycle.uninstall(bundles);
        for (Bundle bundle : bundles) {
            note(bundle, DeploymentState.REMOVED);
            deployments.remove(bundle);
            undecided.remove(bundle);
        }
    }

    /** The files whose present content was on standby when it was started and is not now; does not wait. */
    Set<Path> decidable() {
        return undecided.stream().filter(bundle -> status.standby(bundle.getBundleId()).isEmpty())
                .map(bundle -> BundleLocation.file(bundle.getLocation()).orElseThrow()).collect(Collectors.toSet());
    }

    /**
     * Decides again between the present content of a file, if it was on standby, and what the file was before.
     *
     * @param prefix as {@link BundleLocation} writes it
     */
    void decide(String prefix) throws InterruptedException {
        for (Bundle bundle : madeOf(prefix)) {
            if (undecided.contains(bundle)) {
                choose(bundle, others(bundle));
            }
        }
    }

    /** @param prefix as {@link BundleLocation} writes it */
    List<Bundle> madeOf(String prefix) {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getLocation().startsWith(prefix)).toList();
    }

    private void settle(Bundle bundle) throws InterruptedException {
        List<Bundle> waiting = lifecycle.waiting();
        // What never came up is of no use, and of a singleton the framework takes only one.
        uninstall(others(bundle).stream().filter(other -> isSingleton(bundle) || waiting.contains(other)).toList());
        List<Bundle> others = others(bundle);
        if (!lifecycle.start(bundle)) {
            note(bundle, DeploymentState.REFUSED);
        } else if (others.isEmpty()) {
            reviews.execute(() -> review(bundle));
        } else {
            choose(bundle, others);
        }
    }

    private void choose(Bundle bundle, List<Bundle> others) throws InterruptedException {
        undecided.removeAll(others);
        List<String> objections = new ArrayList<>(status.objections(bundle.getBundleId()));
        List<String> standby = status.standby(bundle.getBundleId());
        if (objections.isEmpty() && !standby.isEmpty()) {
            undecided.add(bundle);
        } else {
            undecided.remove(bundle);
        }
        objections.addAll(standby);
        if (objections.isEmpty()) {
            note(bundle, DeploymentState.SERVING);
            uninstall(others);
        } else {
            note(bundle, DeploymentState.REFUSED);
            LOG.error("{} {} does not replace the previous content of its file, which keeps serving. {}", bundle.getSymbolicName(),
                    bundle.getVersion(), String.join(" ", objections));
            for (Bundle other : others) {
                if (!status.objections(other.getBundleId()).isEmpty()) {
                    uninstall(List.of(other));
                }
            }
        }
    }

    /** Nothing depends on the answer, so nobody else waits for it. */
    private void review(Bundle bundle) {
        try {
            note(bundle, status.objections(bundle.getBundleId()).isEmpty() ? DeploymentState.SERVING : DeploymentState.REFUSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(Bundle bundle, DeploymentState state) {
        Optional.ofNullable(deployments.get(bundle)).ifPresent(deployment -> deployment.tryAdvance(state));
    }

    private List<Bundle> others(Bundle bundle) {
        return madeOf(BundleLocation.prefix(bundle.getLocation())).stream().filter(other -> !other.equals(bundle)).toList();
    }

    private static boolean isSingleton(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.BUNDLE_SYMBOLICNAME).replace(" ", "").contains(Constants.SINGLETON_DIRECTIVE + ":=true");
    }
}
