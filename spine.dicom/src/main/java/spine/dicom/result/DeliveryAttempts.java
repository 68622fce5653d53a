package spine.dicom.result;

import java.io.IOException;
import java.util.function.Supplier;
import spine.api.delivery.DeliveryException;
import spine.common.file.FileFailure;
import spine.common.text.Sentence;

/**
 * The attempts of a destination to send something to its node, and what was wrong with the last of them. Safe for several threads.
 *
 * @param <N> what its settings say about the node
 */
public final class DeliveryAttempts<N> {
    private final Supplier<N> settings;
    private volatile String complaint = "";

    /** @param settings asked at each attempt; may throw an {@link IllegalArgumentException} with a sentence */
    public DeliveryAttempts(Supplier<N> settings) {
        this.settings = settings;
    }

    /** Sends something to a node. */
    @FunctionalInterface
    public interface Attempt<N> {

        /**
         * @return what {@link spine.api.delivery.Destination#resume} returns
         * @throws IOException if the node cannot be reached now
         * @throws IllegalArgumentException with a sentence, if the settings cannot be used
         */
        boolean at(N node) throws IOException, DeliveryException;
    }

    /** @throws DeliveryException if not everything was accepted; wrong settings are worth another attempt, since a person can mend them */
    public boolean make(Attempt<N> attempt) throws DeliveryException {
        try {
            boolean done = translated(attempt);
            complaint = "";
            return done;
        } catch (DeliveryException failure) {
            complaint = failure.getMessage();
            throw failure;
        }
    }

    private boolean translated(Attempt<N> attempt) throws DeliveryException {
        try {
            return attempt.at(settings.get());
        } catch (IllegalArgumentException wrong) {
            throw new DeliveryException(unusable(wrong), true);
        } catch (IOException failure) {
            throw new DeliveryException(Sentence.of(FileFailure.reason(failure)), true);
        }
    }

    /** As {@link spine.api.delivery.Destination#complaint}. */
    public String complaint() {
        try {
            settings.get();
            return complaint;
        } catch (IllegalArgumentException wrong) {
            return unusable(wrong);
        }
    }

    private static String unusable(IllegalArgumentException wrong) {
        return "Its settings cannot be used: " + wrong.getMessage();
    }
}
