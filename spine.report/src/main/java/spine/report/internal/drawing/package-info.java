/**
 * Drawings: slices with outlines and scores, the signs of a unit, probabilities of images. Start with {@link
 * spine.report.internal.drawing.OverviewFigure} and {@link spine.report.internal.drawing.UnitFigure}, which draw on a {@link
 * spine.report.internal.drawing.Canvas} in patient coordinates: {@link spine.report.internal.drawing.SvgCanvas} for the page, {@code
 * RasterCanvas} for pictures.
 */
package spine.report.internal.drawing;
