package spine.jobs.internal.node;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import spine.jobs.internal.store.Node;
import spine.jobs.internal.store.NodeTable;
import spine.jobs.internal.store.Sql;

/**
 * The nodes whose jobs this process takes: its own, and those it can reach as far as is known. One that it could not reach is left alone
 * for a while, which is longer each time, so that its jobs hold up no others. Safe for use by many threads.
 */
public final class Peers {
    private static final long FIRST_NANOS = 5_000_000_000L;
    private static final long LONGEST_NANOS = 300_000_000_000L;

    private final Map<String, Absence> absent = new ConcurrentHashMap<>();
    private final String host;
    private final LongSupplier nanos;

    /** @param secret of the node then: one that was started again is tried at once */
    private record Absence(String secret, long pause, long until) {
    }

    /**
     * @param host name of this machine
     * @param nanos time, as {@link System#nanoTime}
     */
    public Peers(String host, LongSupplier nanos) {
        this.host = host;
        this.nanos = nanos;
    }

    /** Ids of the nodes whose jobs can be taken now, this one first. */
    public List<String> now(Sql sql) throws SQLException {
        List<String> ids = new ArrayList<>();
        ids.add(sql.node());
        for (Node node : new NodeTable(sql).others()) {
            Absence absence = absent.get(node.id());
            boolean waits = absence != null && absence.secret().equals(node.secret()) && nanos.getAsLong() - absence.until() < 0;
            if (!waits && reaches(host, node)) {
                ids.add(node.id());
            }
        }
        return ids;
    }

    /** It could not be reached. */
    public void failed(Node node) {
        absent.compute(node.id(), (id, before) -> {
            long pause = before == null || !before.secret().equals(node.secret()) ? FIRST_NANOS
                    : Math.min(LONGEST_NANOS, 2 * before.pause());
            return new Absence(node.secret(), pause, nanos.getAsLong() + pause);
        });
    }

    /** It was reached. */
    public void reached(Node node) {
        absent.remove(node.id());
    }

    /**
     * Whether the address of a node may lead there from a host: that of a loopback interface does so on the same host alone, any other by
     * TLS alone.
     */
    static boolean reaches(String from, Node node) {
        try {
            URI address = URI.create(node.address());
            return address.getHost() != null && (isLoopback(address.getHost()) ? from.equals(node.host())
                    : "https".equals(address.getScheme()) && !node.certificate().isEmpty());
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return false;
        }
    }

    /** Names are not looked up, which may take long. */
    private static boolean isLoopback(String host) throws UnknownHostException {
        return host.equals("localhost") || host.matches("\\[.*\\]|[0-9.]+") && InetAddress.getByName(host).isLoopbackAddress();
    }
}
