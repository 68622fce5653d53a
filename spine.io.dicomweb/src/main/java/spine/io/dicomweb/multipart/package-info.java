/** Messages of many parts ({@code multipart/related}, RFC 2046 and RFC 2387) as DICOM web services send them (PS3.18 8.6), as streams. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.io.dicomweb.multipart;
