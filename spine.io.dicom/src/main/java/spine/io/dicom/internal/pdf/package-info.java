/** The report as Encapsulated PDF (PS3.3 A.45.1): {@link spine.io.dicom.internal.pdf.PdfDicomReportWriter} is the component. */
package spine.io.dicom.internal.pdf;
