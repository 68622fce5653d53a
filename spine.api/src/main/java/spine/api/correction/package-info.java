/**
 * Correction of results, a service of the platform: masks and names of levels that a person has corrected are scored by the same indices.
 * Extensions call it and do not implement it; what was corrected stands in {@link spine.api.report.Correction}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.api.correction;
