package spine.evaluate.internal.measure;

import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import spine.agreement.Estimate;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.resampling.Bootstrap;
import spine.agreement.resampling.BootstrapEstimate;

/**
 * What a table shows of a statistic: its value and 95 % confidence interval. What the data do not determine is NaN, for which tables have
 * a dash, an empty field or {@code null}.
 *
 * @param value the point estimate
 * @param lower lower end
 * @param upper upper end
 * @param interval how the ends were found, empty if there are none
 * @param undefined why the data do not determine it, one sentence; empty if they do
 */
public record MetricValue(double value, double lower, double upper, String interval, String undefined) {
    /** Redraws patients, the same for every metric: images and units of one patient are not independent. */
    public static final Bootstrap PATIENTS = Bootstrap.percentile(2000, 20260101, Estimate.CONFIDENCE);

    /** A value without interval. */
    public static MetricValue of(double value) {
        return new MetricValue(value, Double.NaN, Double.NaN, "", "");
    }

    /** An estimate by its confidence, or nothing if it is undefined. */
    public static MetricValue of(DoubleFunction<Estimate> estimate) {
        try {
            Estimate found = estimate.apply(Estimate.CONFIDENCE);
            return found.interval().map(ends -> new MetricValue(found.value(), ends.lower(), ends.upper(), ends.method().words(), ""))
                    .orElseGet(() -> of(found.value()));
        } catch (UndefinedStatisticException undefined) {
            return new MetricValue(Double.NaN, Double.NaN, Double.NaN, "", undefined.getMessage());
        }
    }

    /** The same of one whose interval comes from redrawing {@link #PATIENTS}. */
    public static MetricValue redrawn(Function<Bootstrap, BootstrapEstimate> estimate) {
        return of(confidence -> estimate.apply(PATIENTS).estimate());
    }

    /** A number without interval, NaN if it is undefined. */
    public static double orNaN(DoubleSupplier statistic) {
        try {
            return statistic.getAsDouble();
        } catch (UndefinedStatisticException undefined) {
            return Double.NaN;
        }
    }

    /** Whether there is an interval. */
    public boolean bounded() {
        return Double.isFinite(lower) && Double.isFinite(upper);
    }
}
