package spine.runtime;

import org.osgi.annotation.versioning.ProviderType;

/** Whether every provider that is there now has been admitted or refused. Safe for use by many threads. */
@ProviderType
public interface EngineState {

    /** Whether none is being activated or tested at this moment. */
    boolean settled();

    /** Waits until every provider that is there now has been admitted or refused, which takes a bounded time. */
    void awaitSettled() throws InterruptedException;
}
