/** What the platform keeps of studies, by UID: files that were received, and the DICOM objects of the newest result. */
package spine.dicomweb.internal.archive;
