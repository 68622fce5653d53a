/**
 * What a report says, in the words and numbers in which a page or a printed document shows it: {@link
 * spine.report.internal.page.Headline} has the totals, {@link spine.report.internal.page.FindingSection} the findings. Values for
 * templates, which know nothing of pictures.
 */
package spine.report.internal.page;
