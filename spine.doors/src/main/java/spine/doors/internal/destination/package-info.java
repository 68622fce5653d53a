/**
 * Sends results to archives by DICOM: each configuration of {@link spine.doors.internal.destination.DestinationConfiguration} is a
 * {@link spine.api.delivery.Destination}. Who keeps what is still to be sent, and tries again, is not here.
 */
package spine.doors.internal.destination;
