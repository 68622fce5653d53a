/**
 * What is the same for every toolkit that a {@link spine.io.dimse.DicomNetwork} may run on, about services: what is checked before an
 * object is taken, in which order files are sent, how a study is listed, and which reports of storage commitment are awaited.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.io.dimse.service;
