package com.example.canden;

/**
 * Oedema at one site of one endplate on one slice.
 *
 * @param site where it sits
 * @param central whether the slice is central
 * @param large whether it is large for the half body; means something on central slices only
 * @param left whether it lies to the left of the middle of the body; means something on lateral slices only
 */
record Lesion(Site site, boolean central, boolean large, boolean left) {
}
