/**
 * What this bundle offers, for programs that run without a service registry, such as a notebook or a job on a cluster:
 * {@code new DecodedImages(new NativeDicomCodec())}. Bundles take the services {@link spine.dicom.DicomCodec} and
 * {@link spine.dicom.pixel.DicomImages} instead.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package spine.dicom.codec;
