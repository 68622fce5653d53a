package spine.app.internal.attach.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.app.command.ExitCode;
import spine.app.internal.attach.ConnectionWatch;
import spine.app.internal.attach.Frame;
import spine.app.internal.attach.FrameChannel;
import spine.app.internal.attach.Request;
import spine.common.text.FailureWords;

/**
 * One client: shows its token, has its command line run, and is told the exit code. A thread reads what it sends, another runs the command,
 * and a third tells it that the platform lives. A client that shows no token in time, or takes nothing for too long, is left.
 */
final class ClientSession {
    private static final Logger LOG = LoggerFactory.getLogger(ClientSession.class);

    private final FrameChannel channel;
    private final String token;
    private final ClientCommands commands;
    private final Consumer<ClientSession> ended;
    private final FrameInput input = new FrameInput();
    private final Cancellation cancellation = new Cancellation();
    private final Thread reader = thread(this::read, "attached-input");

    /** @param ended told when this is over */
    ClientSession(FrameChannel channel, String token, ClientCommands commands, Consumer<ClientSession> ended) {
        this.channel = channel;
        this.token = token;
        this.commands = commands;
        this.ended = ended;
    }

    void start() {
        reader.start();
    }

    /** Ends the connection, and so all that waits for it. */
    void end() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("not closed", e);
        }
        reader.interrupt();
    }

    private void read() {
        Thread command = null;
        try (channel; ConnectionWatch watch = new ConnectionWatch(channel)) {
            Request request = Request.of(channel.read());
            watch.allowSilence();
            if (!request.hasToken(token)) {
                LOG.warn("a client without the token was refused");
                refuse();
                return;
            }
            channel.write(Frame.alive());
            command = thread(() -> run(request), "attached-command");
            command.start();
            thread(this::live, "attached-alive").start();
            while (true) {
                Frame frame = channel.read();
                if (frame.kind() == Frame.Kind.INPUT) {
                    input.put(frame.bytes());
                }
            }
        } catch (IOException e) {
            LOG.debug("the connection has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            cancellation.cancel();
            input.end();
            if (command != null) {
                command.interrupt();
            }
            ended.accept(this);
        }
    }

    private void run(Request request) {
        LOG.info("attached: {}", String.join(" ", request.arguments()));
        try (PrintStream out = stream(Frame.Kind.OUTPUT); PrintStream err = stream(Frame.Kind.ERROR)) {
            int code = answer(request, out, err);
            out.flush();
            err.flush();
            channel.write(Frame.exit(code));
        } catch (IOException e) {
            LOG.info("the client did not wait for the end of its command");
        } finally {
            end();
        }
    }

    private int answer(Request request, PrintStream out, PrintStream err) {
        try {
            return commands.run(new Client(request.arguments(), input, out, err, request.terminal(), request.interactive(),
                    Path.of(request.folder()), cancellation));
        } catch (InvalidPathException e) {
            err.println("spine: the folder of the client has a name that cannot be used here.");
            return ExitCode.USAGE;
        } catch (RuntimeException | Error e) {
            LOG.error("a command failed", e);
            err.println("spine: The command failed (" + FailureWords.of(e) + "); the log of the platform has the details.");
            return ExitCode.FAILED;
        }
    }

    private void refuse() throws IOException {
        try (PrintStream err = stream(Frame.Kind.ERROR)) {
            err.println("spine: the token is not that of the platform that serves here.");
        }
        channel.write(Frame.exit(ExitCode.FAILED));
    }

    private PrintStream stream(Frame.Kind kind) {
        return new PrintStream(new FrameOutput(channel, kind), true, StandardCharsets.UTF_8);
    }

    private void live() {
        try {
            while (!cancellation.cancelled()) {
                Thread.sleep(ConnectionWatch.PERIOD.toMillis());
                channel.write(Frame.alive());
            }
        } catch (IOException e) {
            LOG.debug("the connection has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
