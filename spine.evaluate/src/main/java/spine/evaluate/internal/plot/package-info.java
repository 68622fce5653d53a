/**
 * Plots as SVG. Each takes values and gives the element for a page; {@link spine.evaluate.internal.plot.Axes} and {@link
 * spine.evaluate.internal.plot.LinearScale} lay them out, {@link spine.evaluate.internal.plot.PlotCanvas} draws.
 */
package spine.evaluate.internal.plot;
