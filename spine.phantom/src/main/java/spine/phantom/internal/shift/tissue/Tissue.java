package spine.phantom.internal.shift.tissue;

/**
 * Tissues of the shift profile: density of the water pool against CSF, its T1 at 3 T (ms), factor on T1 at 1.5 T, T2 (ms), share of fat.
 */
public enum Tissue {
    VOID(0, 1000, 1, 50, 0),
    FAT(0.55, 850, 0.9, 45, 0.95),
    MUSCLE(0.82, 1320, 0.8, 32, 0.03),
    CSF(1, 3900, 1, 1400, 0),
    CORD(0.72, 960, 0.84, 71, 0),
    ROOT(0.78, 1200, 0.85, 88, 0.05),
    BRAIN(0.8, 1250, 0.82, 84, 0),
    CORTEX(0.1, 600, 0.9, 15, 0.12),
    LIGAMENT(0.24, 750, 0.9, 20, 0.1),
    MARROW(0.88, 1080, 0.84, 50, 0.45),
    DISC(0.8, 1300, 0.9, 118, 0),
    ANNULUS(0.36, 700, 0.9, 30, 0),
    LOOSE(0.7, 1000, 0.9, 48, 0.6),
    VEIN(0.88, 1750, 0.85, 150, 0.03),
    ARTERY(0.08, 1700, 0.85, 100, 0),
    EFFUSION(0.95, 2600, 1, 400, 0),
    SKIN(0.65, 950, 0.9, 28, 0.2),
    GLAND(0.82, 1180, 0.85, 82, 0.08),
    LIVER(0.72, 780, 0.75, 31, 0.04),
    SPLEEN(0.86, 1340, 0.8, 72, 0),
    KIDNEY(0.86, 1420, 0.82, 86, 0),
    HEART(0.78, 1180, 0.82, 45, 0.02),
    LUNG(0.1, 1250, 0.9, 38, 0),
    GUT_WALL(0.76, 1020, 0.85, 58, 0.05),
    GUT_FLUID(0.98, 2800, 1, 450, 0),
    GUT_STOOL(0.55, 620, 0.9, 55, 0.15),
    CYST(1, 3300, 1, 700, 0),
    CARTILAGE(0.6, 1100, 0.9, 38, 0.05);

    final double density;
    final double t1;
    final double lowField;
    final double t2;
    final double fat;

    Tissue(double density, double t1, double lowField, double t2, double fat) {
        this.density = density;
        this.t1 = t1;
        this.lowField = lowField;
        this.t2 = t2;
        this.fat = fat;
    }

    /** Whether it moves with the heartbeat, so that its signal varies from line to line of k-space. */
    public boolean pulsates() {
        return this == CSF || this == ARTERY || this == VEIN || this == HEART;
    }
}
