/**
 * What is measured, section by section. {@link spine.evaluate.internal.metric.Evaluation} has all of it; a new metric is one
 * more {@link spine.evaluate.internal.metric.Metric} in the class of its section, and appears in every file. Images and units
 * of one patient are correlated, so intervals come from redrawing patients ({@link
 * spine.evaluate.internal.metric.ClusteredProportions}).
 */
package spine.evaluate.internal.metric;
