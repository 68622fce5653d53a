package spine.runtime;

import org.osgi.annotation.versioning.ProviderType;

/** Studies that are scored a second time with a candidate model. Safe for use by many threads. */
@ProviderType
public interface ShadowRuns {

    /** Waits until no study is open; a candidate takes a bounded time over each. */
    void awaitIdle() throws InterruptedException;
}
