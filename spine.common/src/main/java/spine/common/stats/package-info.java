/**
 * Order statistics of signals and of resampled results. {@link spine.common.stats.Quantiles} has the two definitions the
 * platform uses; results that are published depend on which of them it is, so they are not interchangeable.
 */
package spine.common.stats;
