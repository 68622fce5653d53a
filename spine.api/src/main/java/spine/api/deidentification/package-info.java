/**
 * De-identification of studies, a service of the platform: images of patients become images that may leave the hospital. Extensions call it
 * and do not implement it. {@link spine.api.deidentification.StudyLabels} gives results of images that stay the same pseudonyms,
 * and {@link spine.api.deidentification.StudyIdentities} tells which studies are of one person.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package spine.api.deidentification;
