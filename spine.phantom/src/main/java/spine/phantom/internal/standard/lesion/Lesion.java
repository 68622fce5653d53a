package spine.phantom.internal.standard.lesion;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.lesion.CourseLesion;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.standard.noise.ValueNoise;

/** One change of the marrow of one vertebra, with a soft and irregular border. Immutable. */
public final class Lesion implements CourseLesion<Lesion> {

    /** Its effect on the signal; only {@link #OEDEMA} is scored. */
    public enum Kind {
        /** Inflammation. */
        OEDEMA,
        /** Bright for another reason: degeneration, haemangioma. */
        MIMIC,
        /** Bright joints, pedicles and processes outside the body. */
        JOINT,
        /** Fatty marrow: dark under fat suppression. */
        FAT,
        /** Dense bone: dark in every image. */
        SCLEROSIS,
        /** A defect of the endplate filled with disc tissue (Schmorl node). */
        ENDPLATE_DEFECT
    }

    /** As bright as lesions are at first. */
    private static final double BRIGHTEST = 1.2;

    private final int vertebra;
    private final Kind kind;
    private final LesionType type;
    private final LesionShape shape;
    private final double severity;
    private final double softness;
    private final double unevenness;
    private final double grain;

    Lesion(int vertebra, Kind kind, LesionType type, LesionShape shape, double severity, double softness, double unevenness) {
        this.vertebra = vertebra;
        this.kind = kind;
        this.type = type;
        this.shape = shape;
        this.severity = severity;
        this.softness = softness;
        this.unevenness = unevenness;
        this.grain = 5 + unevenness * 2;
    }

    @Override
    public Lesion later(double outwards, double factor) {
        return new Lesion(vertebra, kind, type, shape.grown(outwards), Math.min(BRIGHTEST, severity * factor), softness, unevenness);
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

    @Override
    public double severity() {
        return severity;
    }

    /** Whether most of what lies at a point is no marrow any more: dense bone, or the filling of a defect. */
    boolean replacesMarrow(BodyCoordinates point, ValueNoise noise) {
        return switch (kind) {
            case ENDPLATE_DEFECT -> weight(point, noise) > 0.5;
            case SCLEROSIS -> severity > 0.5 && weight(point, noise) * severity > 0.5;
            default -> false;
        };
    }

    /**
     * Share of changed marrow at a point, 0..1; the lesion reaches to 0.5.
     *
     * @param noise makes the border irregular
     */
    public double weight(BodyCoordinates point, ValueNoise noise) {
        double margin = shape.margin(point);
        double reach = softness + unevenness;
        if (margin < -reach) {
            return 0;
        }
        if (margin < reach) {
            margin += unevenness * noise.at(point.left / grain + vertebra * 7.3, point.anterior / grain, point.cranial / grain);
        }
        double w = 0.5 + margin / (2 * softness);
        return w < 0 ? 0 : w > 1 ? 1 : w;
    }
}
