package spine.evaluate.internal.page;

/**
 * A plot with its caption.
 *
 * @param drawing an SVG element
 */
record PlotFigure(String drawing, String caption) {
}
