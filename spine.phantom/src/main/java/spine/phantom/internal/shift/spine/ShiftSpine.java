package spine.phantom.internal.shift.spine;

import java.util.List;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.SpineGeometry;

/** The spine of one patient of the shifted profile, C2 to S5. Immutable. */
public final class ShiftSpine implements SpineGeometry {
    private final Person person;
    private final List<Corpus> bodies;
    private final List<Interspace> discs;
    private final List<Vec3> discCentres;
    private final Course course;
    private final Tube tube;

    ShiftSpine(Person person, List<Corpus> bodies, List<Interspace> discs, List<Vec3> discCentres, Course course, Tube tube) {
        this.person = person;
        this.bodies = List.copyOf(bodies);
        this.discs = List.copyOf(discs);
        this.discCentres = List.copyOf(discCentres);
        this.course = course;
        this.tube = tube;
    }

    public Person person() {
        return person;
    }

    @Override
    public Corpus vertebra(int index) {
        return bodies.get(index);
    }

    /** The disc below a vertebra. */
    public Interspace disc(int index) {
        return discs.get(index);
    }

    public int discs() {
        return discs.size();
    }

    @Override
    public Vec3 discCentre(int index) {
        return discCentres.get(index);
    }

    @Override
    public double discHeight(int index) {
        return discs.get(index).height();
    }

    public Course course() {
        return course;
    }

    public Tube tube() {
        return tube;
    }
}
