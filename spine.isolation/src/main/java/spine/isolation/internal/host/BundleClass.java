package spine.isolation.internal.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/**
 * Gives a service a class that belongs to another bundle. Whoever asks the framework which bundle a provider's class is from, as the
 * platform does to tell one build of an index from another, is told the foreign bundle, and not this one.
 */
final class BundleClass {

    private BundleClass() {
    }

    /** @param bundle to which the class of the result belongs */
    static <T> T in(Bundle bundle, Class<T> type, T service) {
        return type.cast(Proxy.newProxyInstance(new Loader(bundle), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("equals") && method.getParameterCount() == 1) {
                return proxy == arguments[0];
            }
            try {
                return method.invoke(service, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** Defines the class of one service; all others come from this bundle. */
    private static final class Loader extends ClassLoader implements BundleReference {
        private final Bundle bundle;

        Loader(Bundle bundle) {
            super(BundleClass.class.getClassLoader());
            this.bundle = bundle;
        }

        @Override
        public Bundle getBundle() {
            return bundle;
        }
    }
}
