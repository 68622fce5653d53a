package spine.phantom.internal.shift.lesion;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.shift.noise.SpectralNoise;

/** One change of the marrow of one body. Immutable. */
public final class Lesion {

    /** What it is; only {@link #OEDEMA} counts. */
    public enum Kind {
        /** Inflammation. */
        OEDEMA,
        /** Bright for another reason. */
        LOOKALIKE,
        /** Fat: dark. */
        FAT,
        /** A hole in the endplate filled by the disc. */
        DENT
    }

    private final int vertebra;
    private final Kind kind;
    private final LesionType form;
    private final LesionShape blob;
    private final double severity;
    private final double softness;
    private final double core;

    /**
     * @param severity 0 like healthy marrow to 1 like fluid
     * @param softness half width of the rim, mm
     * @param core how much of the severity is reached only deep inside, 0..1
     */
    Lesion(int vertebra, Kind kind, LesionType form, LesionShape blob, double severity, double softness, double core) {
        this.vertebra = vertebra;
        this.kind = kind;
        this.form = form;
        this.blob = blob;
        this.severity = severity;
        this.softness = softness;
        this.core = core;
    }

    public int vertebra() {
        return vertebra;
    }

    public Kind kind() {
        return kind;
    }

    LesionType form() {
        return form;
    }

    double inside(BodyCoordinates point, SpectralNoise noise) {
        return blob.inside(point, noise);
    }

    /** Share of changed marrow from a distance inside the rim: half of it at the rim. */
    public double weight(double inside) {
        double w = 0.5 + inside / (2 * softness);
        return w < 0 ? 0 : w > 1 ? 1 : w;
    }

    /** How far the marrow is changed at a distance inside the rim. */
    public double severity(double inside) {
        double deep = inside / (inside + 3);
        return severity * (inside > 0 ? 1 - core + core * 1.6 * deep : 1 - core);
    }
}
