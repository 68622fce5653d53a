/**
 * The codec of this bundle for programs that run without a service registry, such as a notebook or a job on a cluster:
 * {@code new NativeDicomCodec()}. Bundles take the service {@link spine.dicom.DicomCodec} instead.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.dicom.codec;
