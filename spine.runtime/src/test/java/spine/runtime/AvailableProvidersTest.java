package spine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import spine.api.report.ReportWriter;
import spine.api.service.UnavailableException;

class AvailableProvidersTest {
    private final AvailableProviders available = new AvailableProviders(context("json", "csv", "json"));

    @Test
    void whatIsThereIsSortedAndNamedOnce() {
        assertEquals(List.of("csv", "json"), available.formats());
        assertEquals(Optional.empty(), available.missingFormat(List.of("json", "csv")));
    }

    @Test
    void theFirstThatIsMissingIsNamedWithWhatThereIsInstead() {
        assertEquals(Optional.of("There is no format foo; there is csv, json."), available.missingFormat(List.of("json", "foo", "bar")));
        assertEquals(Optional.of("One format in the list is empty; there is csv, json."), available.missingFormat(List.of("json", "")));
        assertEquals("There is no scoring index sparcc; there is none.",
                assertThrows(UnavailableException.class, () -> available.requireIndexes(List.of("sparcc"))).getMessage());
        assertThrows(IllegalArgumentException.class, () -> available.requireFormats(List.of("foo")));
    }

    /** A framework that has writers of these formats, and no index. */
    private static BundleContext context(String... formats) {
        List<ServiceReference<?>> writers = Stream.of(formats).<ServiceReference<?>>map(format -> proxy(ServiceReference.class, format))
                .toList();
        return (BundleContext) Proxy.newProxyInstance(AvailableProvidersTest.class.getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> arguments[0] == ReportWriter.class ? writers : List.of());
    }

    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(AvailableProvidersTest.class.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answer));
    }
}
