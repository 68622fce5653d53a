/**
 * Results of one patient over time, a service of the platform: which results are of one patient
 * ({@link spine.api.comparison.PatientTimeline}), and what changed between them ({@link spine.api.comparison.StudyComparison}). Extensions
 * call it and do not implement it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.api.comparison;
