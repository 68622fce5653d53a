package spine.io.dicom.internal.scan;

import java.util.Set;

/**
 * The series that images were found in.
 *
 * @param uids the SeriesInstanceUIDs in the files, more than one if each slice had one of its own
 * @param images number of all its images
 * @param crossingPlanes whether its images lie in planes that cross and no plane has most of them, as those of a localizer do
 */
public record SeriesOrigin(Set<String> uids, int images, boolean crossingPlanes) {

    public SeriesOrigin {
        uids = Set.copyOf(uids);
    }
}
