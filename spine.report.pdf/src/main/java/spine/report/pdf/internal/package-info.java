/** The report as a document for archives, PDF/A: {@link spine.report.pdf.internal.PdfReportWriter} is the component. */
package spine.report.pdf.internal;
