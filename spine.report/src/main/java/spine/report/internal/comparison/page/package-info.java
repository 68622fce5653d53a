/**
 * A comparison as one page without anything to load: records with every number formatted, which {@code comparison.mustache} and its parts
 * show, and the drawings of totals.
 */
package spine.report.internal.comparison.page;
