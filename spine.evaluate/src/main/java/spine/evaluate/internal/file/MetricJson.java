package spine.evaluate.internal.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import spine.common.text.Decimals;
import spine.evaluate.internal.measure.Metric;

/** A metric in JSON; {@code null} for what the data do not determine, and why. */
final class MetricJson {

    private MetricJson() {
    }

    static void put(ObjectNode node, Metric metric) {
        put(node, "value", metric.estimate().value());
        if (metric.estimate().bounded()) {
            put(node, "lower", metric.estimate().lower());
            put(node, "upper", metric.estimate().upper());
            node.put("interval", metric.estimate().interval());
        }
        if (!metric.basis().isEmpty()) {
            node.put("basis", metric.basis());
        }
        if (!metric.estimate().undefined().isEmpty()) {
            node.put("undefined", metric.estimate().undefined());
        }
    }

    private static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, new BigDecimal(Decimals.atMost(value, EvaluationFiles.DECIMALS, "")));
        } else {
            node.putNull(key);
        }
    }
}
