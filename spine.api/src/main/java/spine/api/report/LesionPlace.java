package spine.api.report;

import java.util.Objects;

/**
 * Where in its vertebral body a finding lies.
 *
 * @param site the part of the body
 * @param half nearer to which endplate
 * @param wall nearer to which wall
 * @param side on which side of the patient
 */
public record LesionPlace(Site site, Half half, Wall wall, Side side) {

    /** Part of the body. */
    public enum Site {
        /** Where an endplate meets the anterior or posterior wall. */
        CORNER,
        /** Along an endplate, away from or beyond the corners. */
        ENDPLATE,
        /** Away from both endplates. */
        CENTRAL,
        /** Half of the body or more. */
        EXTENSIVE
    }

    /** Of the body along its axis; {@code BOTH} if it reaches far into both. */
    public enum Half {
        UPPER, LOWER, BOTH
    }

    /** From front to back; {@code BOTH} if it reaches far into both halves. */
    public enum Wall {
        ANTERIOR, POSTERIOR, BOTH
    }

    /** Of the patient, by its centre; within 6 mm of the middle of the body it is {@code MEDIAN}. */
    public enum Side {
        LEFT, MEDIAN, RIGHT
    }

    public LesionPlace {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(half, "half");
        Objects.requireNonNull(wall, "wall");
        Objects.requireNonNull(side, "side");
    }
}
