/**
 * What an evaluation says: a {@link spine.evaluate.internal.measure.Metric} is one line with its interval, sections hold those that belong
 * together. Images and units of one patient are correlated, so intervals come from redrawing patients ({@link
 * spine.evaluate.internal.measure.ClusteredProportions}).
 */
package spine.evaluate.internal.measure;
