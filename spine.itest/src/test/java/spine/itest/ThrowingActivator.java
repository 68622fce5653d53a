package spine.itest;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Fails with an error, not only an exception. */
public class ThrowingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new NoClassDefFoundError("com/example/Missing");
    }

    @Override
    public void stop(BundleContext context) {
        // never started
    }
}
