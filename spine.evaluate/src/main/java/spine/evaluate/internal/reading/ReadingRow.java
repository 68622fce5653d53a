package spine.evaluate.internal.reading;

/**
 * A line of a table of readings.
 *
 * @param visit the study
 * @param reader who read it
 * @param sitting which time, from 1
 * @param reading what the reader says
 * @param place file and line, for messages
 */
public record ReadingRow(Visit visit, String reader, int sitting, Reading reading, String place) {
}
