/**
 * Takes objects from the DICOM network: {@link spine.doors.internal.listener.DicomDoor} opens a listener of
 * {@link spine.io.dimse.DicomNetwork} as the settings say and hands what comes to {@link spine.api.intake.Intake}.
 */
package spine.doors.internal.listener;
