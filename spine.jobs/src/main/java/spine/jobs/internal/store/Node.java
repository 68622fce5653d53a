package spine.jobs.internal.store;

import java.util.Objects;

/**
 * A spool folder with the processes that serve it, as one of them has registered it.
 *
 * @param id unique among those that share the database
 * @param host name of its machine
 * @param address root of its HTTP services; empty if nobody can reach it
 * @param certificate what it proves itself with, PEM; empty without TLS
 * @param secret for those who fetch images there and give results back; drawn at each of its starts
 */
public record Node(String id, String host, String address, String certificate, String secret) {

    public Node {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(secret, "secret");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Node[" + id + " at " + host + "]";
    }
}
