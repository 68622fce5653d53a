package spine.runtime.internal.provider;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import spine.api.model.SegmentationModel;
import spine.runtime.internal.admission.ValidatingServiceTracker;

/** Gets services from the registry of the framework, which activates their components. */
final class ServiceFetcher implements Providers.Fetcher {
    private final BundleContext context;
    private final ForeignCode code;

    ServiceFetcher(BundleContext context, ForeignCode code) {
        this.context = context;
        this.code = code;
    }

    @Override
    public <T> ValidatingServiceTracker.Source<T> source(ServiceReference<T> ref) {
        return new ValidatingServiceTracker.Source<>() {
            @Override
            public T get() {
                return context.getService(ref);
            }

            @Override
            public void release() {
                context.ungetService(ref);
            }

            @Override
            public String digest(T provider) {
                return provider instanceof SegmentationModel model ? code.digest(model, ref.getBundle()) : "";
            }
        };
    }
}
