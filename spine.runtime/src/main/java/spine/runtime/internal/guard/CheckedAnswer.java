package spine.runtime.internal.guard;

import java.io.IOException;

import spine.common.text.FailureWords;
import spine.pipeline.ProviderFailedException;
import spine.runtime.internal.contract.BrokenContractException;

/** Turns an answer that breaks its contract into a failure of the provider, in one sentence. */
final class CheckedAnswer {

    /** A contract of {@code internal.contract}. */
    interface Contract<A> {
        void check(A answer) throws BrokenContractException, IOException;
    }

    /** @throws ProviderFailedException if the provider wrote into what it was given, which its interface forbids */
    static void unchanged(String who, Handover handed) {
        if (!handed.unchanged()) {
            throw new ProviderFailedException(who + " changed the images or masks that it was given to read; no other part saw that.",
                    null);
        }
    }

    private CheckedAnswer() {
    }

    /**
     * @param who begins sentences about the provider
     * @param question what it was asked about, such as "study 1.2.3"
     * @return the answer
     * @throws ProviderFailedException if it breaks the contract or cannot be held against it
     */
    static <A> A of(String who, String question, A answer, Contract<A> contract) {
        try {
            contract.check(answer);
            return answer;
        } catch (BrokenContractException e) {
            throw new ProviderFailedException(who + " gave an answer on " + question + " that cannot be used: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new ProviderFailedException(who + " gave an answer on " + question + " that cannot be checked (" + FailureWords.of(e)
                    + ").", e);
        }
    }
}
