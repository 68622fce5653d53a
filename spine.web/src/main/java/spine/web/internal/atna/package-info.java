/**
 * Sends the access log to a syslog server as audit messages of DICOM (PS3.15 A.5) and IHE ATNA (ITI-20). {@link
 * spine.web.internal.atna.AuditExport} follows the file, so that what a server that is down did not get is sent later.
 */
package spine.web.internal.atna;
