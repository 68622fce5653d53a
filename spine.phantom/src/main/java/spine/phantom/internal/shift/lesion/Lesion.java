package spine.phantom.internal.shift.lesion;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.lesion.CourseLesion;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.shift.noise.SpectralNoise;

/** One change of the marrow of one body. Immutable. */
public final class Lesion implements CourseLesion<Lesion> {

    /** Its effect on the signal; only {@link #OEDEMA} is scored. */
    public enum Kind {
        /** Inflammation. */
        OEDEMA,
        /** Bright for another reason. */
        MIMIC,
        /** Fatty marrow: dark under fat suppression. */
        FAT,
        /** A defect of the endplate filled with disc tissue (Schmorl node). */
        ENDPLATE_DEFECT,
        /** Dense bone: dark. It is no part of the inflammation that it lies in. */
        SCLEROSIS,
        /** A defect of the endplate filled with fibrous tissue. It is no part of the inflammation that it lies in. */
        EROSION;

        /** Whether no marrow is left that could be inflamed. */
        boolean replaces() {
            return this == SCLEROSIS || this == EROSION;
        }
    }

    private final int vertebra;
    private final Kind kind;
    private final LesionType type;
    private final LesionShape shape;
    private final double severity;
    private final double softness;
    private final double core;

    /**
     * @param severity 0 like normal marrow to 1 like fluid
     * @param softness half width of the rim, mm
     * @param core share of the severity that is reached only in the depth of the lesion, 0..1
     */
    Lesion(int vertebra, Kind kind, LesionType type, LesionShape shape, double severity, double softness, double core) {
        this.vertebra = vertebra;
        this.kind = kind;
        this.type = type;
        this.shape = shape;
        this.severity = severity;
        this.softness = softness;
        this.core = core;
    }

    @Override
    public Lesion later(double outwards, double factor) {
        return new Lesion(vertebra, kind, type, shape.grown(outwards), Math.min(1, severity * factor), softness, core);
    }

    @Override
    public double severity() {
        return severity;
    }

    @Override
    public int vertebra() {
        return vertebra;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public LesionType type() {
        return type;
    }

    double inside(BodyCoordinates point, SpectralNoise noise) {
        return shape.inside(point, noise);
    }

    /** Share of changed marrow at a distance inside the rim, 0..1; one half at the rim. */
    public double weight(double inside) {
        double w = 0.5 + inside / (2 * softness);
        return w < 0 ? 0 : w > 1 ? 1 : w;
    }

    /** Severity at a distance inside the rim. */
    public double severity(double inside) {
        double deep = inside / (inside + 3);
        return severity * (inside > 0 ? 1 - core + core * 1.6 * deep : 1 - core);
    }
}
