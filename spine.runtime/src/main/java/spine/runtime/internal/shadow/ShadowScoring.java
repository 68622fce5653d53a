package spine.runtime.internal.shadow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.lease.Lease;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.report.ScoringResult;
import spine.api.score.ScoringIndex;
import spine.common.install.InstallPaths;
import spine.pipeline.ProviderFailedException;
import spine.runtime.ModelName;
import spine.runtime.ShadowRuns;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.guard.TimeLimiter;
import spine.runtime.internal.provider.ProviderRegistry;
import spine.runtime.internal.provider.Providers;
import spine.runtime.internal.selection.ModelSelectionStore;

/**
 * Scores studies a second time with a candidate model whose answer is ignored, after their own result is complete, and notes both totals.
 * One study at a time, on a thread of its own and within a time; what the candidate does or fails to do is noted, and
 * changes nothing else.
 */
@Component(service = {ShadowScoring.class, ShadowRuns.class})
public final class ShadowScoring implements ShadowRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowScoring.class);
    /** Studies that may wait; each holds its images. */
    private static final int WAITING = 2;

    private final Providers providers;
    private final ModelSelectionStore selection;
    private final Path folder;
    private final Duration limit;
    private final Cancellation closing = new Cancellation();
    private final ThreadPoolExecutor worker;
    private final Set<ModelName> hung = ConcurrentHashMap.newKeySet();
    private int open;

    /** How long a candidate may take. */
    @interface Config {
        /** For one study, s. */
        long shadow_seconds() default 900;
    }

    @Activate
    public ShadowScoring(@Reference Providers providers, @Reference ModelSelectionStore selection, BundleContext context, Config config) {
        this(providers, selection, InstallPaths.of(context::getProperty).shadow(), Duration.ofSeconds(config.shadow_seconds()));
    }

    public ShadowScoring(Providers providers, ModelSelectionStore selection, Path folder, Duration limit) {
        this.providers = providers;
        this.selection = selection;
        this.folder = folder;
        this.limit = limit;
        this.worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, "shadow");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void close() {
        closing.cancel();
        worker.shutdownNow();
    }

    /**
     * Scores a study again if a candidate was chosen and is there. Returns at once and never fails.
     *
     * @param localiser that served it, still held
     * @param index the first that scored it, still held
     */
    public void follow(ScoringResult result, ProviderDescriptor<AnatomyLocaliser> localiser, ProviderDescriptor<ScoringIndex> index) {
        Optional<ModelName> candidate = selection.read().shadow().filter(name -> !hung.contains(name));
        if (candidate.isEmpty() || result.scores().isEmpty() || serving(result).contains(candidate.get())) {
            return;
        }
        Deque<Lease<?>> leases = new ArrayDeque<>();
        try {
            ShadowStudy study = hold(candidate.get(), result, localiser, index, leases);
            began();
            worker.execute(() -> run(study, leases));
        } catch (RejectedExecutionException full) {
            LOG.warn("study {} was not scored by the shadow model: others are still waiting", result.study().studyInstanceUid());
            ended(leases);
        } catch (MissingException gone) {
            LOG.warn("study {} was not scored by the shadow model: {}", result.study().studyInstanceUid(), gone.getMessage());
            leases.forEach(Lease::close);
        }
    }

    @Override
    public synchronized void awaitIdle() throws InterruptedException {
        while (open > 0) {
            wait();
        }
    }

    private synchronized void began() {
        open++;
    }

    private void ended(Deque<Lease<?>> leases) {
        leases.forEach(Lease::close);
        synchronized (this) {
            open--;
            notifyAll();
        }
    }

    /** Its own leases, because those of the study end with it. */
    private ShadowStudy hold(ModelName name, ScoringResult result, ProviderDescriptor<AnatomyLocaliser> localiser,
            ProviderDescriptor<ScoringIndex> index, Deque<Lease<?>> leases) throws MissingException {
        ProviderDescriptor<SegmentationModel> candidate = model(name, leases);
        return new ShadowStudy(providers, candidate,
                candidate.name().equals(ModelRole.OEDEMA) ? candidate : model(serving(result, ModelRole.OEDEMA), leases),
                lease(providers.localisers(), localiser::equals, "the localiser", leases),
                lease(providers.indexes(), index::equals, "the index", leases), result);
    }

    private ProviderDescriptor<SegmentationModel> model(ModelName name, Deque<Lease<?>> leases) throws MissingException {
        return lease(providers.models(), model -> model.model().equals(name), name.toString(), leases);
    }

    private static <T> ProviderDescriptor<T> lease(ProviderRegistry<T> registry, Predicate<ProviderDescriptor<T>> suitable, String what,
            Deque<Lease<?>> leases)
            throws MissingException {
        try {
            Lease<ProviderDescriptor<T>> lease = registry.table().acquire(suitable, Duration.ZERO).orElseThrow(() ->
                    new MissingException(what));
            leases.push(lease);
            return lease.provider();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MissingException(what);
        }
    }

    private void run(ShadowStudy study, Deque<Lease<?>> leases) {
        ModelName candidate = study.candidate().model();
        ModelName serving = new ModelName(study.serving().id(), study.serving().version());
        ShadowScores table = new ShadowScores(folder, candidate, serving);
        try {
            double total = TimeLimiter.call("shadow " + candidate, limit, closing, study::total);
            table.add(study.index().id(), study.uid(), total, study.servingTotal());
        } catch (TimeoutException e) {
            hung.add(candidate);
            note(table, study, "it did not answer within " + limit.toSeconds() + " s and is not asked again until the platform restarts");
        } catch (ExecutionException e) {
            LOG.warn("the shadow model {} failed", candidate, e.getCause());
            note(table, study, e.getCause() instanceof ProviderFailedException named ? named.getMessage() : "it failed with "
                    + e.getCause());
        } catch (IOException | RuntimeException e) {
            LOG.warn("the result of the shadow model {} could not be written", candidate, e);
        } finally {
            ended(leases);
        }
    }

    private static void note(ShadowScores table, ShadowStudy study, String reason) {
        LOG.warn("study {} has no score in the shadow: {}", study.uid(), reason);
        try {
            table.failed(study.uid(), reason);
        } catch (IOException e) {
            LOG.warn("the reason could not be written", e);
        }
    }

    private static List<ModelName> serving(ScoringResult result) {
        return result.models().stream().map(ShadowScoring::name).toList();
    }

    private static ModelName serving(ScoringResult result, String role) {
        return result.models().stream().filter(card -> card.role().equals(role)).map(ShadowScoring::name).findFirst().orElseThrow();
    }

    private static ModelName name(ModelCard card) {
        return new ModelName(card.id(), card.version());
    }

    /** Something that is needed is not there at the moment. */
    private static final class MissingException extends Exception {
        private static final long serialVersionUID = 1L;

        MissingException(String what) {
            super(what + " is not available");
        }
    }
}
