package spine.runtime.internal.guard;

import java.io.IOException;

import spine.common.file.FileFailure;

/** What a provider threw, as a part of a sentence. */
final class FailureWords {

    private FailureWords() {
    }

    static String of(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return "it needs more memory than there is";
        }
        if (thrown instanceof StackOverflowError) {
            return "its calls are nested too deeply";
        }
        if (thrown instanceof ExceptionInInitializerError) {
            return "a class of it cannot be initialised";
        }
        if (thrown instanceof LinkageError) {
            return "it lacks code that it needs, or has another version of it: " + message(thrown);
        }
        if (thrown instanceof ThreadDeath) {
            return "its thread was stopped";
        }
        return thrown instanceof IOException file ? FileFailure.reason(file) : message(thrown);
    }

    private static String message(Throwable thrown) {
        return thrown.getMessage() == null || thrown.getMessage().isBlank() ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }
}
