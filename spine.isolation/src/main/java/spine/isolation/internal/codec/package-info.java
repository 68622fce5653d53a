/**
 * The values of {@code spine.api} that cross between two processes, as bytes: lossless (numbers by their bits, text by its UTF-16 units),
 * and bounded when they are read. What writes a value stands above what reads it; both ends are of the same build.
 */
package spine.isolation.internal.codec;
