package spine.spark.internal.cohort;

import java.io.IOException;
import java.io.Serializable;
import java.util.concurrent.Callable;

import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.common.file.FileFailure;

/**
 * What an executor gives back. It says with its answer why it cannot do something: Spark would try again whatever fails.
 *
 * @param value null if it cannot
 * @param obstacle a sentence on why it cannot, empty if it can
 * @param exitCode with which the run ends because of the obstacle
 */
record Answer<T extends Serializable>(T value, String obstacle, int exitCode) implements Serializable {

    /**
     * @param who begins the sentence on why it cannot; may be empty
     * @throws Exception of the work, but for what is an obstacle: that it is refused, or that a file cannot be read or written
     */
    static <T extends Serializable> Answer<T> of(String who, Callable<T> work) throws Exception {
        try {
            return new Answer<>(work.call(), "", ExitCode.DONE);
        } catch (RefusedException e) {
            return new Answer<>(null, who + e.getMessage(), e.exitCode());
        } catch (IOException e) {
            return new Answer<>(null, who + FileFailure.sentence(e), ExitCode.FAILED);
        }
    }

    T orRefuse() throws RefusedException {
        if (!obstacle.isEmpty()) {
            throw new RefusedException(obstacle, exitCode);
        }
        return value;
    }
}
