/** DICOM messages (PS3.7): a command set, and for some commands a data set, exchanged as fragments within an association. */
package spine.io.dimse.internal.message;
