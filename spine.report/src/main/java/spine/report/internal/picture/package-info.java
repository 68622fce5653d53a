/**
 * The drawings of the report in pixels, for files of their own and for documents that take no SVG: {@link
 * spine.report.internal.picture.Pictures} draws them on a {@link spine.report.internal.picture.RasterCanvas}.
 */
package spine.report.internal.picture;
