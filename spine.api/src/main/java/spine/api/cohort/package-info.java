/**
 * Many studies at once, a service of the platform: a page on all results of a folder ({@link spine.api.cohort.CohortReport}), and their
 * agreement with readers ({@link spine.api.cohort.ReaderStudy}). Extensions call it and do not implement it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.api.cohort;
