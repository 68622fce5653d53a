package spine.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * What a contract says of an extension.
 *
 * @param failed names of the tests that failed
 * @param reasons what they said
 */
record Verdict(Set<String> failed, String reasons) {

    static Verdict of(Class<?> contractTest) {
        Set<String> failed = new TreeSet<>();
        StringBuilder reasons = new StringBuilder();
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(contractTest)).execute().testEvents().failed().stream()
                .forEach(event -> {
                    failed.add(method(event.getTestDescriptor()));
                    reasons.append(reason(event)).append('\n');
                });
        return new Verdict(failed, reasons.toString());
    }

    private static String reason(Event event) {
        return event.getPayload(TestExecutionResult.class).flatMap(TestExecutionResult::getThrowable).map(Throwable::getMessage).orElse("");
    }

    private static String method(TestDescriptor test) {
        return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast).map(MethodSource::getMethodName)
                .orElse(test.getDisplayName());
    }
}
