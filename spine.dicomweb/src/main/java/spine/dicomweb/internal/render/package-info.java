/** Frames as pictures (PS3.18 8.3.5, 10.4.1.1.3). */
package spine.dicomweb.internal.render;
