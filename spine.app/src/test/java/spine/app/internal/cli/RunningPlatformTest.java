package spine.app.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import spine.api.Cancellation;

class RunningPlatformTest {

    /** A component that nobody holds is deactivated. */
    @Test
    void aServiceIsHeldWhileItMayBeUsed() throws Exception {
        AtomicInteger held = new AtomicInteger();
        ServiceReference<?> reference = standIn(ServiceReference.class, (proxy, method, arguments) -> null);
        BundleContext context = standIn(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getServiceReferences" -> new ServiceReference<?>[] {reference};
            case "getService" -> "service " + held.incrementAndGet();
            case "ungetService" -> held.decrementAndGet() >= 0;
            default -> null;
        });
        RunningPlatform platform = new RunningPlatform(context, null, null, null, null, complaint -> { }, new Cancellation(), Path.of(""));
        platform.service(String.class, "text");
        assertEquals(1, held.get());
    }

    private static <T> T standIn(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                switch (method.getName()) {
                    case "hashCode" -> 1;
                    case "equals" -> proxy == arguments[0];
                    default -> handler.invoke(proxy, method, arguments);
                }));
    }
}
