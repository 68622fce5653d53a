package spine.io.dcm4che.net.internal.request;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.DataWriter;
import org.dcm4che3.net.pdu.PresentationContext;
import spine.api.Cancellation;
import spine.io.dcm4che.net.internal.guard.GuardedSocket;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.toolkit.ConnectionWords;
import spine.io.dimse.toolkit.Context;
import spine.io.dimse.toolkit.ProtocolException;

/** An association that a node has granted. Used by one thread. */
final class OpenAssociation implements Closeable {
    /** How often it is looked whether the caller still wants an answer. */
    private static final long LOOK_MILLIS = 100;
    private static final int LARGEST_COPY = 1 << 30;
    private static final Duration LAST_ANSWER = Duration.ofSeconds(2);

    private final Association association;
    private final GuardedSocket socket;
    private final RemoteNode node;
    private final MessageRules rules;
    private final Map<Context, PresentationContext> accepted = new LinkedHashMap<>();
    private boolean ending;

    OpenAssociation(Association association, GuardedSocket socket, RemoteNode node, MessageRules rules) {
        this.association = association;
        this.socket = socket;
        this.node = node;
        this.rules = rules;
        for (PresentationContext answer : association.getAAssociateAC().getPresentationContexts()) {
            PresentationContext proposed = association.getAAssociateRQ().getPresentationContext(answer.getPCID());
            if (answer.isAccepted() && proposed != null
                    && Arrays.asList(proposed.getTransferSyntaxes()).contains(answer.getTransferSyntax())) {
                accepted.put(new Context(proposed.getAbstractSyntax(), answer.getTransferSyntax()), answer);
            }
        }
    }

    /** By what was proposed. */
    Map<Context, PresentationContext> accepted() {
        return accepted;
    }

    /** Whether messages can still come. */
    boolean isOpen() {
        return association.isReadyForDataTransfer();
    }

    int nextMessage() {
        return association.nextMessageID();
    }

    /** Writes a data set that is in memory. */
    static DataWriter bytes(byte[] dataSet) {
        return (out, syntax) -> out.write(dataSet);
    }

    /** Writes so many bytes of a stream. */
    static DataWriter stream(InputStream dataSet, long length) {
        return (out, syntax) -> {
            for (long left = length; left > 0; left -= Math.min(left, LARGEST_COPY)) {
                out.copyFrom(dataSet, (int) Math.min(left, LARGEST_COPY));
            }
        };
    }

    /**
     * Sends a request.
     *
     * @param command made by dcm4che, with the message identifier of {@code answer}
     * @param data null if there is none
     * @throws IOException if the association is broken
     */
    Answer ask(PresentationContext context, Attributes command, DataWriter data, Answer answer) throws IOException {
        rules.expect(answer.getMessageID());
        try {
            association.invoke(context, command, data, answer, 0, 0);
            return answer;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        } catch (IOException broken) {
            throw socket.failure().orElse(broken);
        }
    }

    /**
     * Waits for the next answer.
     *
     * @param patience how long the node may say nothing
     * @throws CancellationException if the caller does not want it any more
     * @throws IOException if the association is broken
     */
    Answer.Message next(Answer answer, Duration patience, Cancellation cancellation) throws IOException {
        socket.allow(patience);
        try {
            while (true) {
                cancellation.check();
                Optional<Answer.Message> message = answer.poll(LOOK_MILLIS);
                if (message.isPresent()) {
                    return message.get();
                }
            }
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        } catch (IOException ended) {
            cancellation.check();
            // Where the guard has nothing against the node, dcm4che could not read what it sent.
            throw socket.failure().orElseGet(() -> ProtocolException.invalid("a data set is damaged"));
        } finally {
            socket.expectNothing();
        }
    }

    private static NetworkException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new NetworkException("the wait was interrupted", interrupted);
    }

    /** For the caller of the network. */
    NetworkException failed(IOException broken) {
        return new NetworkException(node.address() + ": " + ConnectionWords.of(broken) + ".", broken);
    }

    /** Asks the node to end, and waits until it agrees or its time is over. All has been answered, so either will do. */
    void release() {
        try {
            answerLastRequest();
            ending = true;
            socket.allow(node.patience());
            association.release();
            association.waitForSocketClose();
        } catch (IOException broken) {
            // The connection is closed in any case.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        socket.close();
    }

    /** A request of the node may still be in the hands of dcm4che's thread. */
    private void answerLastRequest() throws InterruptedException {
        long end = System.nanoTime() + LAST_ANSWER.toNanos();
        while (association.getPerformingOperationCount() > 0 && System.nanoTime() - end < 0) {
            Thread.sleep(1);
        }
    }

    /** Gives up; the node is told if it can be. dcm4che closes the connection a little later. */
    void abort() {
        ending = true;
        if (!socket.isClosed()) {
            socket.allow(LAST_ANSWER);
            association.abort();
        }
    }

    @Override
    public void close() {
        if (!ending) {
            socket.close();
        }
    }
}
