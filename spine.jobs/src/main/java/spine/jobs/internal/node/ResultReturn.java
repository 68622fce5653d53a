package spine.jobs.internal.node;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.job.Job;
import spine.common.text.PlainText;
import spine.io.dicomweb.multipart.MultipartWriter;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.Node;
import spine.jobs.internal.store.NodeTable;

/**
 * Gives a result back to the node that has received the job, in one request with a part for each file. There it is kept or refused as a
 * whole. Safe for use by many threads.
 */
public final class ResultReturn {
    /** Below the root of a node, with the job and the number of the attempt behind it. */
    public static final String PATH = "api/v1/attempts/";
    private static final Logger LOG = LoggerFactory.getLogger(ResultReturn.class);
    private static final Duration CONNECTION = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    /** Bytes per second: slower connections than of 1 Mbit/s are not waited for. */
    private static final long SLOWEST = 125_000;
    /** The node may just be starting again: what took minutes to compute is offered more than once. */
    private static final int ATTEMPTS = 4;
    private static final long PAUSE_MILLIS = 2000;
    private static final int LONGEST_ANSWER = 2048;

    private final Database database;
    private final Peers peers;

    public ResultReturn(Database database, Peers peers) {
        this.database = database;
        this.peers = peers;
    }

    /**
     * @param node id of the node
     * @param result folder
     * @param reason a sentence on the result, or empty
     * @param scratch a folder for what is needed meanwhile
     * @throws UnreachableNodeException if the node does not take it now
     * @throws RefusedResultException if it does not take it for what it is; not if the attempt is not wanted any more
     */
    public void give(Job job, String node, Path result, String reason, Path scratch, Cancellation cancellation) throws IOException {
        String boundary = MultipartWriter.newBoundary();
        Path body = scratch.resolve("body");
        write(result, reason, body, boundary);
        for (int attempt = 1;; attempt++) {
            cancellation.check();
            // Asked again each time: a node that was started again has another secret, and meanwhile it is none.
            Optional<Node> there = database.read(sql -> new NodeTable(sql).find(node));
            try {
                send(job, there.orElseThrow(() -> new UnreachableNodeException(
                        "It was scored, but the platform that has received it does not serve at the moment.", null)), body, boundary);
                peers.reached(there.get());
                return;
            } catch (UnreachableNodeException e) {
                if (attempt == ATTEMPTS) {
                    there.ifPresent(peers::failed);
                    throw e;
                }
                LOG.info("the result of job {} cannot be given back yet", job.id(), e);
                pause(PAUSE_MILLIS * attempt);
            }
        }
    }

    /** The sentence first, then the files, each with its path in the folder as the name of the part. */
    private static void write(Path result, String reason, Path body, String boundary) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(result)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(body));
                MultipartWriter parts = new MultipartWriter(out, boundary)) {
            parts.part("text/plain; charset=utf-8", content -> content.write(reason.getBytes(StandardCharsets.UTF_8)));
            for (Path file : files) {
                String name = result.relativize(file).toString().replace('\\', '/');
                parts.part("application/octet-stream; name=\"" + name + "\"", content -> Files.copy(file, content));
            }
        }
    }

    private static void send(Job job, Node node, Path body, String boundary) throws IOException {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(CONNECTION).followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1);
        if (!node.certificate().isEmpty()) {
            client.sslContext(PinnedTrust.in(node.certificate()));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.address() + PATH + job.id() + "/" + job.attempts()))
                .timeout(ANSWER.plusSeconds(Files.size(body) / SLOWEST)).header("Authorization", "Bearer " + node.secret())
                .header("Content-Type", "multipart/mixed; boundary=" + boundary).POST(HttpRequest.BodyPublishers.ofFile(body)).build();
        HttpResponse<InputStream> response;
        String said;
        try {
            response = client.build().send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                said = PlainText.excerpt(new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(node, "this process is stopping", e);
        } catch (IOException e) {
            throw unreachable(node, "it cannot be reached, or broke the connection off", e);
        }
        answered(job, node, response.statusCode(), said);
    }

    private static void answered(Job job, Node node, int status, String said) throws IOException {
        switch (status) {
            case 200 -> LOG.info("the result of job {} is with the platform on {}", job.id(), node.host());
            case 409 -> LOG.info("the result of job {} is not wanted any more: {}", job.id(), said);
            case 400, 413, 415 -> throw new RefusedResultException("The platform on " + node.host() + " has received the study, and does"
                    + " not take the result (status " + status + "); the logs have the details.");
            default -> throw unreachable(node, "it answered with status " + status, new IOException(said));
        }
    }

    private static UnreachableNodeException unreachable(Node node, String why, Exception cause) {
        return new UnreachableNodeException("It was scored, but the result cannot be given back to the platform on " + node.host()
                + " now: " + why + ".", cause);
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableNodeException("It was scored, but this process is stopping.", e);
        }
    }
}
