/**
 * What is measured on a labelled chain: clean masks of every structure, the frame of every vertebral body (axes, endplates,
 * height, depth), the spinal canal, and the stack on which each discovertebral unit is seen best. Coordinates are patient LPS
 * in mm.
 */
package spine.anatomy.internal.geometry;
