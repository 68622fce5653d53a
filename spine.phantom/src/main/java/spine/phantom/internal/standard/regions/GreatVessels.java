package spine.phantom.internal.standard.regions;

import spine.phantom.internal.standard.tissue.Tissue;

/**
 * Aorta and inferior vena cava of one patient.
 *
 * @param calibre factor on the squared radius of the aorta
 * @param sway lateral excursion of the aorta, mm
 * @param aorta blood of the aorta: {@link Tissue#FLOWING_BLOOD} or {@link Tissue#SLOW_BLOOD}
 * @param cava blood of the vena cava, likewise
 */
record GreatVessels(double calibre, double sway, Tissue aorta, Tissue cava) {
}
