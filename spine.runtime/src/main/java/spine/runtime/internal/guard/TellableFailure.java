package spine.runtime.internal.guard;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;

/**
 * What foreign code throws is foreign code too: its message can fail or hang. So it is asked for everything that is said of it later, while
 * the time of the foreign code still runs, and replaced if that fails.
 */
final class TellableFailure {

    private TellableFailure() {
    }

    static <T> T of(Callable<T> foreign) throws Exception {
        try {
            return foreign.call();
        } catch (Exception | Error e) {
            if (isTellable(e)) {
                throw e;
            }
            throw new IllegalStateException("it threw " + e.getClass().getName() + ", which does not say what went wrong");
        }
    }

    private static boolean isTellable(Throwable thrown) {
        try {
            thrown.getMessage();
            thrown.printStackTrace(new PrintWriter(new StringWriter()));
            return thrown.getStackTrace() != null;
        } catch (OutOfMemoryError | StackOverflowError notItsFault) {
            return thrown instanceof Error && thrown.getClass().getClassLoader() == null;
        } catch (Throwable alsoFails) {
            return false;
        }
    }
}
