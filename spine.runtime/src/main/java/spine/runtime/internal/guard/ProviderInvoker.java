package spine.runtime.internal.guard;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.common.text.FailureWords;
import spine.pipeline.ProviderFailedException;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.provider.ProviderRegistry;

/**
 * Asks one provider, which is foreign code, within its time, and names it when it fails. One that does not answer in time is out of use
 * from then on, unless nothing else could take its place.
 *
 * @param <T> the service type
 */
final class ProviderInvoker<T> {
    private final ProviderRegistry<T> registry;
    private final ProviderDescriptor<T> provider;
    private final String who;
    private final Supplier<Duration> limit;

    /** A call that ends in time. */
    private interface Timed<A> {
        A within(Duration time) throws TimeoutException, ExecutionException;
    }

    /** @param who begins sentences about it, such as "The model spine.model.bmo@1.0.0" */
    ProviderInvoker(ProviderRegistry<T> registry, ProviderDescriptor<T> provider, String who, Supplier<Duration> limit) {
        this.registry = registry;
        this.provider = provider;
        this.who = who;
        this.limit = limit;
    }

    T service() {
        return provider.service();
    }

    /** @throws ProviderFailedException if it wrote into what it was given */
    void requireUnchanged(Handover handed) {
        CheckedAnswer.unchanged(who, handed);
    }

    /** What it did that breaks its contract. @param offence the rest of a sentence about it */
    ProviderFailedException offended(String offence) {
        return new ProviderFailedException(who + " " + offence + ".", null);
    }

    /** The answer, which is held against its contract; see {@link CheckedAnswer#of}. */
    <A> A checked(String question, A answer, CheckedAnswer.Contract<A> contract) {
        return CheckedAnswer.of(who, question, answer, contract);
    }

    /**
     * @param cancellation of the caller's work; the provider is asked to stop when it is cancelled
     * @throws ProviderFailedException if it fails, gives null or does not answer in time
     */
    <A> A ask(Cancellation cancellation, TimeLimiter.Stoppable<A> question) {
        return answer(cancellation, time -> TimeLimiter.call(who, time, cancellation, question));
    }

    /** The same for a caller that an interrupt stops. */
    <A> A ask(Callable<A> question) {
        return answer(new Cancellation(), time -> TimeLimiter.call(who, time, question));
    }

    private <A> A answer(Cancellation cancellation, Timed<A> call) {
        Duration time = limit.get();
        try {
            return Optional.ofNullable(call.within(time))
                    .orElseThrow(() -> new ProviderFailedException(who + " gave no answer.", null));
        } catch (TimeoutException e) {
            cancellation.check();
            throw dismissed(time, e);
        } catch (ExecutionException e) {
            // Without the caller's wish it is the provider's own trouble, and must not end more than this study.
            if (e.getCause() instanceof CancellationException cancelled && cancellation.cancelled()) {
                throw cancelled;
            }
            throw new ProviderFailedException(who + " failed (" + FailureWords.of(e.getCause()) + ").", e.getCause());
        }
    }

    /** The same of a provider that may say that the input is not usable. */
    <A> A askOfInput(Cancellation cancellation, TimeLimiter.Stoppable<A> question) throws UnusableInputException {
        return ofInput(() -> ask(cancellation, question));
    }

    /** The same for a caller that an interrupt stops. */
    <A> A askOfInput(Callable<A> question) throws UnusableInputException {
        return ofInput(() -> ask(question));
    }

    private static <A> A ofInput(Supplier<A> asked) throws UnusableInputException {
        try {
            return asked.get();
        } catch (ProviderFailedException e) {
            if (e.getCause() instanceof UnusableInputException unusable) {
                throw unusable;
            }
            if (e.getCause() instanceof IllegalArgumentException impossible) {
                throw impossible;   // of a record of spine.api that no study can be
            }
            throw e;
        }
    }

    /** The same of a provider that may be unable to write. */
    <A> A askToWrite(Cancellation cancellation, TimeLimiter.Stoppable<A> question) throws IOException {
        try {
            return ask(cancellation, question);
        } catch (ProviderFailedException e) {
            if (e.getCause() instanceof IOException cannotWrite) {
                throw cannotWrite;
            }
            throw e;
        }
    }

    private ProviderFailedException dismissed(Duration time, TimeoutException cause) {
        String reason = "it did not answer within " + time.toSeconds() + " s";
        boolean replaceable = registry.table().providers().stream()
                .anyMatch(other -> other.name().equals(provider.name()) && other.service() != provider.service());
        if (replaceable) {
            registry.tracker().dismiss(provider.service(), reason);
        }
        return new ProviderFailedException(who + (replaceable ? " is out of use until it is installed anew, because " + reason + "."
                : " did not answer within " + time.toSeconds() + " s."), cause);
    }
}
