/**
 * The result of a study and the formats it is written in. {@link spine.api.report.ScoringResult} holds everything that is known
 * of a scored study: models, anatomy, lesions, scores, findings, verdicts on images, warnings and timing.
 * {@link spine.api.report.ReportWriter} is the extension point that turns it into files; {@link spine.api.report.MaskReader}
 * reads masks back from a file and {@link spine.api.report.ReportReader} reports, as {@link spine.api.report.ReportedStudy}, for those who
 * compare them with a reference; {@link spine.api.report.MaskWriter} writes masks that a result has no place for.
 * {@link spine.api.report.PrintableReport} is a report for those who set it on pages.
 * {@link spine.api.report.ResultArchive} restores a result, so that a person can correct it ({@link spine.api.report.Correction}).
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package spine.api.report;
