/**
 * The test kit for networks on another DICOM toolkit: extend {@link spine.io.dimse.tck.DicomNetworkContract} and say how to make the
 * network. Peers that keep to no rule are written byte by byte, so that they depend on no toolkit.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.io.dimse.tck;
