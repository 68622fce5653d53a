package spine.api.lease;

/**
 * One use of one provider, from {@link Leases#acquire} to {@link #close}. While it is open the provider stays usable.
 * Closing twice is harmless; any thread may close it. A thread that holds a lease must not stop, update or uninstall
 * the provider's bundle: it would wait for itself until the drain time is over.
 */
public interface Lease<T> extends AutoCloseable {

    /** The provider; the same one for the whole life of the lease. */
    T provider();

    @Override
    void close();
}
