/**
 * The values of {@code spine.api} that cross between two processes, as bytes: lossless (numbers by their bits, text by its UTF-16 units), and
 * bounded when they are read. A field is written by the line that corresponds to the one that reads it; both ends are of the same build.
 */
package spine.isolation.internal.codec;
