/**
 * DICOM messages over TCP (PS3.7, PS3.8): a listener that takes objects from others, a sender, and the test whether a node answers.
 * {@link spine.io.dimse.DicomNetwork} is the service that has them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.io.dimse;
