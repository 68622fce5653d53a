/**
 * Drawings in SVG, written as text without a document tree. {@link spine.common.svg.SvgWriter} knows elements, attributes and
 * numbers and nothing of charts or images; those who draw build their own words on it.
 */
package spine.common.svg;
