package spine.runtime;

import java.io.IOException;

import org.osgi.annotation.versioning.ProviderType;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.service.UnavailableException;
import spine.api.training.TrainingCases;

/** Compares a model with the one that serves. Safe for use by many threads. */
@ProviderType
public interface ModelTrials {

    /**
     * The role of a model that is installed.
     *
     * @param model {@code ID@VERSION}
     * @throws IllegalArgumentException if it is no such name
     * @throws UnavailableException if there is no such model
     */
    String role(String model) throws UnavailableException;

    /**
     * Lets a model and the one that serves answer studies whose truth is known, and keeps the outcome: a model that is no worse may serve
     * from then on without being chosen, one that is worse stays on standby.
     *
     * @param model {@code ID@VERSION}
     * @param cases studies with the truth of the model's role
     * @throws IllegalArgumentException if it is no such name
     * @throws UnavailableException if there is no such model, or none to compare it with
     * @throws UnusableInputException if a study cannot be read, or none shows anything of the role's classes
     * @throws spine.pipeline.ProviderFailedException if one of the models fails
     * @throws IOException if the outcome cannot be kept
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    ModelTrial run(String model, TrainingCases cases, Progress progress, Cancellation cancellation)
            throws UnavailableException, UnusableInputException, IOException;
}
