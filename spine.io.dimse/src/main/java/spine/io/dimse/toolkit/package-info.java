/**
 * What is the same for every toolkit that a {@link spine.io.dimse.DicomNetwork} may run on, about connections and associations: TLS, who
 * gets a seat, which presentation contexts are taken, and the words for what went wrong.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package spine.io.dimse.toolkit;
