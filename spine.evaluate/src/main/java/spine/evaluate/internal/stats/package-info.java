/**
 * Statistics without any knowledge of spines: agreement, correlation, ROC, calibration, bootstrap. Each class names its source,
 * and its test compares it with published figures. What the data do not determine is NaN.
 */
package spine.evaluate.internal.stats;
