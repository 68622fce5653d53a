package spine.runtime.internal.guard;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import spine.api.Cancellation;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.common.text.FailureWords;
import spine.pipeline.ProviderFailedException;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.contract.ScoreContract;
import spine.runtime.internal.provider.Providers;

/**
 * An index that answers in time and as it has promised, or fails by name. One that does not answer is out of use from then on even if it is
 * the only one: other than a model it is asked for by its name, and the study that asks next is told at once.
 */
public final class GuardedIndex implements ScoringIndex {
    private final Providers providers;
    private final ProviderDescriptor<ScoringIndex> index;
    private final Cancellation cancellation;

    /** @param cancellation of the study */
    public GuardedIndex(Providers providers, ProviderDescriptor<ScoringIndex> index, Cancellation cancellation) {
        this.cancellation = cancellation;
        this.providers = providers;
        this.index = index;
    }

    @Override
    public Score score(ScoringInput input) {
        Duration limit = providers.limits().scoring();
        String who = "The scoring index " + index.label() + providers.origin(index.service());
        Handover handover = new Handover(providers.foreign(index.service()));
        ScoringInput handed = handover.of(input);
        try {
            Score score = TimeLimiter.call("score " + index.label(), limit, cancellation, own -> index.service().score(handed));
            CheckedAnswer.unchanged(who, handover);
            if (score == null) {
                throw new ProviderFailedException(who + " gave no score.", null);
            }
            return CheckedAnswer.of(who, "study " + input.study().studyInstanceUid(), score,
                    new ScoreContract(index.id(), index.version(), input)::check);
        } catch (TimeoutException e) {
            cancellation.check();
            String reason = "it did not answer within " + limit.toSeconds() + " s";
            providers.indexes().tracker().dismiss(index.service(), reason);
            throw new ProviderFailedException(who + " is out of use until it is installed anew, because " + reason + ".", e);
        } catch (ExecutionException e) {
            throw new ProviderFailedException(who + " failed (" + FailureWords.of(e.getCause()) + ").", e.getCause());
        }
    }
}
