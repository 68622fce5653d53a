/** Frames of objects, as they are stored or decoded, and objects with pixels that were decoded. */
package spine.dicomweb.internal.frame;
