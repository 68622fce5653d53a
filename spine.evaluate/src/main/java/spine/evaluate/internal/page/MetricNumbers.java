package spine.evaluate.internal.page;

import java.util.Arrays;
import java.util.stream.Collectors;
import spine.common.text.Decimals;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;

/** Numbers as the page shows them: with a true minus sign, and a dash for one that is not known. */
final class MetricNumbers {

    private MetricNumbers() {
    }

    static String fixed(double value, int decimals) {
        return Decimals.fixed(value, decimals, "\u2013").replace('-', '\u2212');
    }

    /** Ends of the interval, empty if there are none. */
    static String interval(MetricValue estimate, int decimals) {
        return estimate.bounded() ? fixed(estimate.lower(), decimals) + " to " + fixed(estimate.upper(), decimals) : "";
    }

    /** Some metrics of a section in words, by their names. */
    static String words(MetricSection metrics, String... names) {
        return Arrays.stream(names).map(metrics::metric)
                .map(metric -> metric.name() + " " + fixed(metric.estimate().value(), metric.decimals())).collect(Collectors.joining(", "));
    }
}
