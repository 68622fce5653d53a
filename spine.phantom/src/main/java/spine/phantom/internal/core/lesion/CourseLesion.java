package spine.phantom.internal.core.lesion;

/**
 * Inflammation of one vertebra, or bone that has reacted to it, as far as the course of the disease needs it. Immutable.
 *
 * @param <L> lesion of the generator
 */
public interface CourseLesion<L> {

    /** C2 = 0. */
    int vertebra();

    LesionType type();

    /** 0 like normal marrow, 1 like fluid. */
    double severity();

    /**
     * The same lesion later.
     *
     * @param outwards by how much its border has moved, mm
     * @param factor on its severity
     */
    L later(double outwards, double factor);
}
