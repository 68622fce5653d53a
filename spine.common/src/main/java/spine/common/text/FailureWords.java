package spine.common.text;

import java.io.IOException;

import spine.common.file.FileFailure;

/** What a part of the platform threw, as a part of a sentence in which that part is "it". */
public final class FailureWords {

    /** Characters of a message; one from foreign code may have millions. */
    private static final int LONGEST = 1000;

    private FailureWords() {
    }

    /** Without the names of Java where there are better words. */
    public static String of(Throwable thrown) {
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
        return thrown instanceof IOException file ? FileFailure.reason(file) : message(thrown);
    }

    private static String message(Throwable thrown) {
        return thrown.getMessage() == null || thrown.getMessage().isBlank() ? thrown.getClass().getSimpleName()
                : PlainText.excerpt(thrown.getMessage(), LONGEST);
    }
}
