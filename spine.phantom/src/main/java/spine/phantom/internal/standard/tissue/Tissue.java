package spine.phantom.internal.standard.tissue;

/**
 * Tissues of the standard profile: density of the water pool against CSF, T1 and T2 of the water pool at 3 T (ms), share of fat.
 */
public enum Tissue {
    AIR(0, 1000, 50, 0),
    FAT(0.6, 900, 40, 0.93),
    MUSCLE(0.8, 1150, 36, 0.05),
    CSF(1, 4273, 1578, 0),
    CORD(0.7, 925, 75, 0),
    CAUDA(0.8, 1150, 95, 0),
    BRAIN(0.78, 1150, 88, 0),
    NERVE(0.75, 1250, 85, 0.25),
    NUCLEUS_FRESH(0.79, 1250, 115, 0),
    DISC_FRESH(0.789, 1165, 102, 0),
    DISC_WORN(0.608, 723, 67, 0),
    DISC_DRY(0.476, 554, 56, 0),
    ANNULUS(0.4, 650, 34, 0.02),
    CORTEX(0.16, 700, 22, 0.2),
    LIGAMENT(0.2, 800, 24, 0.15),
    MARROW(0.9, 1000, 55, 0.5),
    EPIDURAL_FAT(0.7, 1100, 70, 0.88),
    EPIDURAL_VEIN(0.9, 1600, 120, 0.2),
    FACET_FLUID(0.8, 1500, 120, 0.1),
    SKIN(0.6, 900, 32, 0.25),
    FLOWING_BLOOD(0.12, 1600, 120, 0),
    SLOW_BLOOD(0.75, 1700, 130, 0),
    VESSEL_WALL(0.6, 1000, 45, 0.3),
    HEART(0.75, 1150, 46, 0.03),
    LUNG(0.12, 1200, 40, 0),
    LIVER(0.75, 810, 36, 0.06),
    SPLEEN(0.85, 1300, 68, 0),
    KIDNEY(0.85, 1350, 82, 0),
    BOWEL_WALL(0.75, 1050, 60, 0.1),
    BOWEL_GAS(0.02, 1000, 20, 0),
    FLUID(1, 3000, 500, 0),
    GLAND(0.8, 1200, 75, 0.1),
    CONNECTIVE(0.6, 950, 42, 0.55);

    final double density;
    final double t1;
    final double t2;
    final double fat;

    Tissue(double density, double t1, double t2, double fat) {
        this.density = density;
        this.t1 = t1;
        this.t2 = t2;
        this.fat = fat;
    }
}
