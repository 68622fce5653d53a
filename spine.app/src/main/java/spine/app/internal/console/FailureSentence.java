package spine.app.internal.console;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;

import spine.api.UnusableInputException;
import spine.api.service.UnavailableException;
import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.app.internal.launcher.LogFile;
import spine.common.file.FileFailure;
import spine.io.dicomweb.DicomWebException;
import spine.io.dimse.NetworkException;
import spine.pipeline.ProviderFailedException;

/** What a user is told of a failure: one sentence, without the words of Java. */
public final class FailureSentence {

    private FailureSentence() {
    }

    /** The exit code of {@link ExitCode} that goes with it. */
    public static int code(Exception e) {
        if (e instanceof RefusedException refused) {
            return refused.exitCode();
        }
        if (e instanceof UnusableInputException || e instanceof IllegalArgumentException) {
            return ExitCode.UNUSABLE;
        }
        return e instanceof UnavailableException ? ExitCode.UNAVAILABLE : ExitCode.FAILED;
    }

    /** Names the log for what nobody expected. */
    public static String of(Exception e) {
        if (e instanceof UnusableInputException || e instanceof UnavailableException || e instanceof ProviderFailedException
                || e instanceof RefusedException || e instanceof NetworkException || e instanceof DicomWebException
                || e instanceof IllegalArgumentException && e.getMessage() != null) {
            return e.getMessage();
        }
        if (e instanceof CancellationException) {
            return "cancelled.";
        }
        if (e instanceof FileSystemException failure) {
            return FileFailure.sentence(failure);
        }
        String what = e instanceof IOException failure ? "A file could not be read or written: " + FileFailure.reason(failure)
                : "Something unexpected happened";
        return what + "; the log " + LogFile.ofThisProcess() + " has the details.";
    }
}
