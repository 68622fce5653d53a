package spine.jobs.internal.node;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import spine.api.job.WorkerDoor;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.Node;
import spine.jobs.internal.store.NodeTable;

/**
 * Tells the others on the same database how this node is reached, and that it is alive; and says of jobs that wait for a node why they do.
 * Nothing where no other node can use the database. For one thread at a time.
 */
public final class Registration {
    private static final String NO_WORKER = "No platform that serves has workers.";
    private static final String NO_ADDRESS = "This platform has no workers, and those that have cannot reach it: address and tls in"
            + " conf/spine.web.cfg let them.";

    private final Database database;
    private final String host;
    private final String process;
    private final int workers;
    private final long silentMillis;
    private final Supplier<Optional<WorkerDoor>> door;
    private boolean begun;
    /** Why the jobs of this node wait for another reason than their turn, as it was said last. */
    private String said = "";

    /**
     * @param host name of this machine
     * @param process names this process among those that share the database
     * @param workers that score here
     * @param silentMillis without a word after which this node is not alive for others
     * @param door as it is then
     */
    public Registration(Database database, String host, String process, int workers, long silentMillis,
            Supplier<Optional<WorkerDoor>> door) {
        this.database = database;
        this.host = host;
        this.process = process;
        this.workers = workers;
        this.silentMillis = silentMillis;
        this.door = door;
    }

    /** Once in a few seconds. */
    public void beat() throws IOException {
        if (database.isEmbedded()) {
            return;
        }
        Node own = own();
        database.change(sql -> {
            NodeTable nodes = new NodeTable(sql);
            // What is registered at first may be of a process that was killed.
            if (!begun || !nodes.beat(own, process, silentMillis)) {
                nodes.register(own, process, workers, silentMillis);
                nodes.explain(own.id(), "");
            }
            for (String missed : nodes.missed()) {
                nodes.explain(missed, nodes.find(missed)
                        .map(node -> "The platform on " + node.host() + " has received images of it, and does not serve at the moment.")
                        .orElse("No platform that serves has its images."));
            }
            explainOwn(nodes, own);
        });
        begun = true;
    }

    private void explainOwn(NodeTable nodes, Node own) throws SQLException {
        List<String> others = nodes.hostsWithWorkers();
        String why = workers > 0 || others.stream().anyMatch(other -> Peers.reaches(other, own)) ? ""
                : others.isEmpty() ? NO_WORKER : NO_ADDRESS;
        if (!why.isEmpty()) {
            nodes.explain(own.id(), why);
        } else if (!said.isEmpty()) {
            nodes.explain(own.id(), "");
        }
        said = why;
    }

    /** Nobody is to come here any more. */
    public void end() throws IOException {
        if (!database.isEmbedded()) {
            database.change(sql -> new NodeTable(sql).leave(process));
        }
    }

    private Node own() {
        Optional<WorkerDoor> open = door.get();
        return new Node(database.node(), host, open.map(WorkerDoor::address).map(URI::toString).orElse(""),
                open.flatMap(WorkerDoor::certificate).map(Registration::pem).orElse(""), open.map(WorkerDoor::secret).orElse(""));
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }
}
