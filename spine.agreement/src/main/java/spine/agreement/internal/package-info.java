/** Quantiles of distributions, moments and checks that the statistics share. */
package spine.agreement.internal;
