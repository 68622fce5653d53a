package spine.phantom.internal.standard.spine;

import java.util.List;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.SpineGeometry;

/** The bony spine of one patient in patient millimetres: C2 to S5, discs, centreline and canal. Immutable. */
public final class Spine implements SpineGeometry {
    private final Demographics build;
    private final List<Vertebra> vertebrae;
    private final List<Disc> discs;
    private final List<Vec3> discCentres;
    private final Centreline curve;
    private final SpinalCanal canal;

    Spine(Demographics build, List<Vertebra> vertebrae, List<Disc> discs, List<Vec3> discCentres, Centreline curve, SpinalCanal canal) {
        this.build = build;
        this.vertebrae = List.copyOf(vertebrae);
        this.discs = List.copyOf(discs);
        this.discCentres = List.copyOf(discCentres);
        this.curve = curve;
        this.canal = canal;
    }

    public Demographics build() {
        return build;
    }

    /** C2 (0) to S5. */
    @Override
    public Vertebra vertebra(int index) {
        return vertebrae.get(index);
    }

    /** The disc below a vertebra; the sacral ones are rudiments. */
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

    public Centreline curve() {
        return curve;
    }

    public SpinalCanal canal() {
        return canal;
    }
}
