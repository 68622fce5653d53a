/**
 * What is measured, section by section. {@link spine.evaluate.internal.metric.Evaluation} has all of it; a new metric is one
 * more {@link spine.evaluate.internal.measure.Metric} in the class of its section, and appears in every file.
 */
package spine.evaluate.internal.metric;
