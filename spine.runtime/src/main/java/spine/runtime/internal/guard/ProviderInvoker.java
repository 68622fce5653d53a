package spine.runtime.internal.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.provider.ProviderRegistry;
import spine.runtime.internal.provider.Providers;
import spine.pipeline.ProviderFailedException;

/** The steps of the pipeline that a study takes with its own models, and again with a model in the shadow. */
final class ProviderInvoker {
    private final Providers providers;

    ProviderInvoker(Providers providers) {
        this.providers = providers;
    }

    /**
     * Asks one model, which is foreign code, for one map per stack. One that does not answer in time is out of use from then
     * on, unless nothing else could take its place.
     *
     * @throws ProviderFailedException if it fails or does not answer
     */
    List<ClassProbabilities> segment(ProviderDescriptor<SegmentationModel> model, Study study, String step, Progress progress,
            Cancellation cancellation) {
        List<ClassProbabilities> maps = new ArrayList<>();
        int stacks = study.stacks().size();
        for (SliceStack stack : study.stacks()) {
            cancellation.check();
            int before = maps.size();
            maps.add(answer(providers.models(), model, "The model " + model.model(), providers.times().segmentation(), cancellation,
                    own -> model.service().segment(stack, (inner, done) -> progress.at(step, (before + done) / stacks), own)));
        }
        return maps;
    }

    /** Asks the localiser in the same way. */
    SpineAnatomy locate(ProviderDescriptor<AnatomyLocaliser> localiser, Study study, List<ClassProbabilities> anatomyMaps,
            Cancellation cancellation) {
        return answer(providers.localisers(), localiser, "The anatomy localiser", providers.times().location(), cancellation,
                own -> localiser.service().locate(study, anatomyMaps));
    }

    /**
     * Asks one writer in the same way.
     *
     * @throws IOException if it cannot write
     */
    void write(ProviderDescriptor<ReportWriter> writer, ScoringResult result, Path folder, Cancellation cancellation) throws IOException {
        try {
            answer(providers.writers(), writer, "The writer of " + writer.name(), providers.times().writing(), cancellation,
                    own -> writer.service().write(result, folder));
        } catch (ProviderFailedException e) {
            if (e.getCause() instanceof IOException cannotWrite) {
                throw cannotWrite;
            }
            throw e;
        }
    }

    private static <T, A> A answer(ProviderRegistry<T> desk, ProviderDescriptor<T> provider, String who, Duration limit, Cancellation cancellation,
            TimeLimiter.Stoppable<A> question) {
        try {
            return Optional.ofNullable(TimeLimiter.call(who, limit, cancellation, question))
                    .orElseThrow(() -> new ProviderFailedException(who + " gave no answer.", null));
        } catch (TimeoutException e) {
            cancellation.check();
            String reason = "it did not answer within " + limit.toSeconds() + " s";
            boolean replaceable = desk.table().providers().stream()
                    .anyMatch(other -> other.name().equals(provider.name()) && other.service() != provider.service());
            if (replaceable) {
                desk.admissions().dismiss(provider.service(), reason);
            }
            throw new ProviderFailedException(who + (replaceable ? " is out of use until it is installed anew, because " + reason + "."
                    : " did not answer within " + limit.toSeconds() + " s."), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException || e.getCause() instanceof IllegalArgumentException) {
                throw (RuntimeException) e.getCause();
            }
            throw new ProviderFailedException(who + " failed (" + e.getCause() + ").", e.getCause());
        }
    }

    /**
     * Asks one index, which is foreign code. One that does not answer in time is out of use from then on.
     *
     * @throws ProviderFailedException if it fails or does not answer
     */
    Score score(ProviderDescriptor<ScoringIndex> index, ScoringInput input) {
        Duration limit = providers.times().scoring();
        try {
            Score score = TimeLimiter.call("score " + index.label(), limit, () -> index.service().score(input));
            if (score == null) {
                throw new ProviderFailedException("The scoring index " + index.label() + " gave no score.", null);
            }
            return score;
        } catch (TimeoutException e) {
            String reason = "it did not answer within " + limit.toSeconds() + " s";
            providers.indexes().admissions().dismiss(index.service(), reason);
            throw new ProviderFailedException("The scoring index " + index.label() + " is out of use until it is installed anew, because "
                    + reason + ".", e);
        } catch (ExecutionException e) {
            throw new ProviderFailedException("The scoring index " + index.label() + " failed (" + e.getCause() + ").", e.getCause());
        }
    }
}
