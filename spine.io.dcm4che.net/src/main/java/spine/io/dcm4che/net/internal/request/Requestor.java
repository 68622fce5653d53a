package spine.io.dcm4che.net.internal.request;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.DimseRQHandler;
import org.dcm4che3.net.IncompatibleConnectionException;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.PresentationContext;
import org.dcm4che3.net.pdu.RoleSelection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.io.dcm4che.net.internal.guard.AssociationRules;
import spine.io.dcm4che.net.internal.guard.GuardedDevice;
import spine.io.dcm4che.net.internal.guard.GuardedSocket;
import spine.io.dcm4che.net.internal.guard.Watchdog;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.service.StorageContexts.Offer;
import spine.io.dimse.toolkit.ConnectionWords;
import spine.io.dimse.toolkit.NodeSocket;
import spine.io.dimse.toolkit.ProtocolException;
import spine.io.dimse.toolkit.TlsContext;

/** Asks other nodes for associations. Safe for several threads. */
public final class Requestor {
    private static final Logger LOG = LoggerFactory.getLogger(Requestor.class);
    private static final int LARGEST_PDU = 131_072;
    private static final int PACE_BYTES = 1 << 16;

    private final Watchdog watchdog;
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "dcm4che-association-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    public Requestor(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    /**
     * What is asked for.
     *
     * @param contexts 1 to 128, in this order
     * @param roles SOP classes of which the node is the user
     * @param dataBytes largest data set of a request that is taken
     * @param silence how long the node may say nothing when something is expected of it
     */
    record Wish(List<Offer> contexts, List<String> roles, long dataBytes, Duration silence) {
    }

    /**
     * @param requests serves what the node asks for meanwhile
     * @throws NetworkException with a sentence, if no association comes about
     */
    OpenAssociation open(RemoteNode node, Wish wish, MessageRules messages, Function<GuardedSocket, DimseRQHandler> requests)
            throws IOException {
        GuardedSocket socket = new GuardedSocket(NodeSocket.connect(node), watchdog, new AssociationRules(false, LARGEST_PDU,
                wish.dataBytes(), wish.silence(), node.patience(), PACE_BYTES, node.patience(), messages));
        secure(node, socket);
        try {
            GuardedDevice device = new GuardedDevice(socket, this::execute, watchdog.timer(), LARGEST_PDU, requests.apply(socket));
            Association association = device.entity().connect(device.connection(), new Connection(), request(node, wish));
            socket.expectNothing();
            OpenAssociation open = new OpenAssociation(association, socket, node, messages);
            socket.take();
            return open;
        } catch (IOException failure) {
            // Where the guard has nothing against the node, dcm4che could not read its answer.
            throw failed(node, socket, socket.failure().orElseGet(() -> ProtocolException.invalid("its answer is damaged")));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(node, socket, new NetworkException("the wait was interrupted", interrupted));
        } catch (GeneralSecurityException | IncompatibleConnectionException impossible) {
            socket.close();
            throw new IllegalStateException(impossible);
        } catch (RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private void execute(Runnable association) {
        threads.execute(() -> {
            try {
                association.run();
            } catch (StackOverflowError nested) {
                // dcm4che follows nested sequences without end; who waits for an answer has been told that there is none.
                LOG.info("An answer is nested too deeply.");
            }
        });
    }

    private static void secure(RemoteNode node, GuardedSocket socket) throws NetworkException {
        try {
            socket.allow(node.patience());
            if (node.tls().isPresent()) {
                socket.secure(TlsContext.of(node.tls().get()).client(socket.tcp(), node.host()));
            }
        } catch (IOException failure) {
            throw failed(node, socket, failure);
        } catch (RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private static NetworkException failed(RemoteNode node, GuardedSocket socket, IOException reason) {
        socket.close();
        return new NetworkException(node.address() + ": " + ConnectionWords.of(reason) + ".", reason);
    }

    private static AAssociateRQ request(RemoteNode node, Wish wish) {
        AAssociateRQ request = new AAssociateRQ();
        request.setCalledAET(node.calledTitle());
        request.setCallingAET(node.callingTitle());
        for (Offer offer : wish.contexts()) {
            request.addPresentationContext(new PresentationContext(2 * request.getNumberOfPresentationContexts() + 1, offer.sopClass(),
                    offer.transferSyntaxes().toArray(String[]::new)));
        }
        wish.roles().forEach(sopClass -> request.addRoleSelection(new RoleSelection(sopClass, false, true)));
        return request;
    }

    /** Associations that are still open end by the time limits of their nodes. */
    public void close() {
        threads.shutdown();
    }
}
