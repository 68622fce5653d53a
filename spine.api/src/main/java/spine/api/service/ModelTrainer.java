package spine.api.service;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.training.TrainingCases;
import spine.api.training.TrainingPlan;

/** Trains segmentation models. */
@ProviderType
public interface ModelTrainer {

    /**
     * Trains to the end of the plan and leaves the best checkpoint by validation in the plan's folder as
     * {@code model/weights.zip} and {@code model/card.json}, beside {@code log.csv} (one line per validation).
     *
     * @return the folder {@code model}
     * @throws UnusableInputException if a case cannot be read
     * @throws java.util.concurrent.CancellationException when cancelled; a later call with the same plan resumes
     */
    Path train(TrainingPlan plan, TrainingCases cases, Progress progress, Cancellation cancellation)
            throws UnusableInputException, IOException;
}
