package spine.phantom.internal.core.dicom;

import spine.phantom.internal.core.study.SyntheticStudy;

/**
 * A study as it goes to files.
 *
 * @param images encodes its images
 */
public record EncodedStudy(SyntheticStudy study, ImageEncoder images) {
}
