/** Messages over two streams: a type, the bytes in parts of at most 64 KB, an end. Nothing is held in memory to learn its length. */
package spine.isolation.internal.wire;
