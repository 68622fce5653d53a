package spine.jobs.internal.spool;

/**
 * How much is taken.
 *
 * @param freeBytes that must be left on the disk
 * @param studyBytes of one study
 * @param studyObjects of one study
 * @param jobs that wait for images, for their turn or for their result
 */
public record Bounds(long freeBytes, long studyBytes, int studyObjects, int jobs) {
}
