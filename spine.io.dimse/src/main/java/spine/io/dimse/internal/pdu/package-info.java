/** Protocol data units of the DICOM upper layer (PS3.8 9.3), read and written, and the fragments of messages in them. */
package spine.io.dimse.internal.pdu;
