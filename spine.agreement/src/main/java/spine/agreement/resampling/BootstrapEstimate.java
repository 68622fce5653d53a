package spine.agreement.resampling;

import spine.agreement.Estimate;

/**
 * A statistic with its bootstrap interval.
 *
 * @param estimate of the patients as they are, n of them; without interval if there are fewer than two, no sample determines the statistic,
 *     or the correction has no finite value
 * @param undefined number of samples that do not determine the statistic; the interval is that of the others
 */
public record BootstrapEstimate(Estimate estimate, int undefined) {
}
