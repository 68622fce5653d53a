/**
 * Drawings of the page as SVG: slices with outlines and scores, the signs of a unit, probabilities of images. Start with {@link
 * spine.report.internal.drawing.OverviewFigure} and {@link spine.report.internal.drawing.UnitFigure}, which draw on a
 * {@link spine.report.internal.drawing.SliceCanvas} in patient coordinates.
 */
package spine.report.internal.drawing;
