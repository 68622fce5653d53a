package spine.isolation.internal.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.common.file.FileTree;
import spine.common.text.PlainText;
import spine.isolation.internal.codec.UnreadableValueException;
import spine.isolation.internal.codec.ValueInput;
import spine.isolation.internal.wire.MessageType;
import spine.isolation.internal.wire.Wire;

/** One running process. It is asked by one thread at a time, and ended by whatever it does that it should not. */
final class ChildProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final long LOOK_MILLIS = 50;
    /** For a process whose streams have ended, to end itself. */
    private static final long END_SECONDS = 3;
    /** For a process that Java ends: what it prints about a crash comes where answers do. */
    private static final long UNREADABLE_SECONDS = 1;
    private static final int MOST_WORDS = 64 * 1024;
    /** Characters of them that are shown. */
    private static final int SHOWN = 500;
    /** Exit codes above are those of a signal, as shells count. */
    private static final int SIGNALS = 128;

    private final Process process;
    private final Path folder;
    private final ForeignOutput printed;
    private final Thread printing;
    private final Wire wire;

    private ChildProcess(Process process, Path folder, String subject) {
        this.process = process;
        this.folder = folder;
        this.printed = new ForeignOutput(subject, process.getErrorStream());
        this.wire = new Wire(process.getInputStream(), process.getOutputStream());
        this.printing = thread(printed, "output of " + subject);
    }

    /** @param home folder in which it gets one of its own */
    static ChildProcess start(ChildProgram program, Path home, long megabytes, String subject) throws IOException {
        Path folder = Files.createTempDirectory(home, "process");
        return new ChildProcess(program.start(folder, megabytes), folder, subject);
    }

    /**
     * A question.
     *
     * @param type of the message
     * @param body its values
     * @param answer reads the answer
     * @param most bytes of the answer
     * @param limit for both together
     */
    record Question<T>(MessageType type, Wire.Body body, ValueInput.Reader<T> answer, long most, Duration limit) {
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /**
     * @param progress hears what the process says of it
     * @param cancellation ends the process
     * @throws ProcessFailedException if it fails; the process has ended then, unless it says otherwise
     * @throws CancellationException if cancelled or interrupted; the process has ended then
     */
    <T> T ask(Question<T> question, Progress progress, Cancellation cancellation) throws ProcessFailedException {
        FutureTask<T> talk = new FutureTask<>(() -> talk(question, progress));
        thread(talk, "question to process " + process.pid());
        long deadline = System.nanoTime() + question.limit().toNanos();
        try {
            while (true) {
                try {
                    return talk.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    cancellation.check();
                    if (System.nanoTime() > deadline) {
                        close();
                        throw new ProcessFailedException("did not answer within " + question.limit().toSeconds() + " s and was ended",
                                false, e);
                    }
                }
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a process");
        } catch (CancellationException e) {
            close();
            throw e;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private <T> T talk(Question<T> question, Progress progress) throws IOException, ProcessFailedException {
        wire.send(question.type(), question.body());
        while (true) {
            MessageType type = wire.next();
            switch (type) {
                case ANSWER -> {
                    return wire.read(question.most(), question.answer());
                }
                case PROGRESS -> wire.read(MOST_WORDS, in -> {
                    progress.at(PlainText.excerpt(in.text(), SHOWN), in.real());
                    return true;
                });
                case FAILED -> throw wire.read(MOST_WORDS, in -> new ProcessFailedException("reported a failure ("
                        + PlainText.excerpt(in.text(), SHOWN) + ")",
                        !in.truth(), null));
                default -> throw new UnreadableValueException("a message that is no answer");
            }
        }
    }

    private ProcessFailedException failure(Throwable cause) {
        if (cause instanceof ProcessFailedException reported) {
            if (!reported.alive()) {
                close();
            }
            return reported;
        }
        if (cause instanceof UnreadableValueException unreadable && !ends(UNREADABLE_SECONDS)) {
            close();
            return new ProcessFailedException("gave an answer that cannot be read (" + unreadable.getMessage() + ") and was ended",
                    false, cause);
        }
        // Its end, most likely.
        String how = ending();
        close();
        return new ProcessFailedException(how, false, cause);
    }

    private boolean ends(long seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                return false;
            }
            printing.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !process.isAlive();
    }

    private String ending() {
        if (!ends(END_SECONDS)) {
            return "closed its streams without an answer and was ended";
        }
        int code = process.exitValue();
        return "ended with exit code " + code + (Files.exists(ChildProgram.crashReport(folder)) ? ", because native code in it crashed"
                : printed.memoryUsedUp() ? ", because its memory was used up" : code > SIGNALS ? " (signal " + (code - SIGNALS) + ")" : "");
    }

    /** Ends it at once, with what it may have started, and removes its folder. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            if (Files.exists(folder)) {
                FileTree.delete(folder);
            }
        } catch (IOException e) {
            LOG.warn("{} is left behind by a process: {}", folder, e.toString());
        }
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
