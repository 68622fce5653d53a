/**
 * The report as one page without anything to load. {@link spine.report.internal.html.ReportPage} and the records it holds are
 * what {@code report.mustache} and its parts show, with every number formatted; the style sheet lies beside them, the script in {@code
 * spine.common.page}. To show something new, add it to a record and to the template of its section.
 */
package spine.report.internal.html;
