package spine.spark.internal.cohort;

import java.io.Serializable;

import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;

/**
 * What an executor gives back. It says with its answer why it cannot do something: Spark would try again whatever fails.
 *
 * @param value null if it cannot
 * @param obstacle a sentence on why it cannot, empty if it can
 * @param exitCode with which the run ends because of the obstacle
 */
record Answer<T extends Serializable>(T value, String obstacle, int exitCode) implements Serializable {

    static <T extends Serializable> Answer<T> of(T value) {
        return new Answer<>(value, "", ExitCode.DONE);
    }

    static <T extends Serializable> Answer<T> refused(String sentence, int exitCode) {
        return new Answer<>(null, sentence, exitCode);
    }

    T orRefuse() throws RefusedException {
        if (!obstacle.isEmpty()) {
            throw new RefusedException(obstacle, exitCode);
        }
        return value;
    }
}
