package spine.phantom.internal.shift.spine;

import java.util.List;
import spine.api.anatomy.NumericalVariant;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.SpineGeometry;

/** The bony spine of one patient in patient millimetres: C2 to S5, discs, centreline and canal. Immutable. */
public final class Spine implements SpineGeometry {
    private final Demographics demographics;
    private final VertebralSequence sequence;
    private final List<Vertebra> bodies;
    private final List<Disc> discs;
    private final List<Vec3> discCentres;
    private final Centreline centreline;
    private final SpinalCanal canal;

    Spine(Demographics demographics, VertebralSequence sequence, List<Vertebra> bodies, List<Disc> discs, List<Vec3> discCentres,
            Centreline centreline, SpinalCanal canal) {
        this.demographics = demographics;
        this.sequence = sequence;
        this.bodies = List.copyOf(bodies);
        this.discs = List.copyOf(discs);
        this.discCentres = List.copyOf(discCentres);
        this.centreline = centreline;
        this.canal = canal;
    }

    @Override
    public NumericalVariant variant() {
        return sequence.variant();
    }

    public VertebralSequence sequence() {
        return sequence;
    }

    public Demographics demographics() {
        return demographics;
    }

    @Override
    public Vertebra vertebra(int index) {
        return bodies.get(index);
    }

    /** The disc below a vertebra. */
    public Disc disc(int index) {
        return discs.get(index);
    }

    @Override
    public Vec3 discCentre(int index) {
        return discCentres.get(index);
    }

    @Override
    public double discHeight(int index) {
        return discs.get(index).height();
    }

    public Centreline centreline() {
        return centreline;
    }

    public SpinalCanal canal() {
        return canal;
    }
}
