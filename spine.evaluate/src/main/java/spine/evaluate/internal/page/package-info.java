/**
 * The evaluation as one page. {@link spine.evaluate.internal.page.EvaluationPage} and the records it holds are what {@code
 * evaluation.mustache} and its parts show, one record and one part per section.
 */
package spine.evaluate.internal.page;
