package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.lesion.Marks;
import spine.phantom.internal.shift.noise.Cells;
import spine.phantom.internal.shift.spine.Course;
import spine.phantom.internal.shift.spine.Person;
import spine.phantom.internal.shift.spine.ShiftSpine;
import spine.phantom.internal.shift.spine.SpineMaker;
import spine.phantom.internal.shift.spine.Tube;
import spine.phantom.internal.shift.tissue.Matter;

/** A whole person: tells what fills any point. Immutable; every thread brings its own {@link Cursor}. */
public final class Subject {
    private final ShiftSpine spine;
    private final Marks marks;
    private final Osseous osseous;
    private final Cushion cushion;
    private final Thecal thecal;
    private final Rear rear;
    private final Flesh flesh;
    private final Trunk trunk;

    private Subject(ShiftSpine spine, Marks marks, SeededRandom random) {
        this.spine = spine;
        this.marks = marks;
        Textures textures = Textures.draw(random.child("textures"));
        osseous = new Osseous(spine, marks, textures, random.child("marrow"));
        cushion = new Cushion(spine, osseous, textures);
        thecal = new Thecal(spine.tube(), textures, random.child("sac"));
        rear = new Rear(spine, osseous, random.child("rear"));
        flesh = new Flesh(spine.person(), textures, random.child("flesh"));
        trunk = new Trunk(spine, textures, flesh, random.child("trunk"));
    }

    public static Subject draw(SeededRandom random) {
        ShiftSpine spine = SpineMaker.make(Person.draw(random.child("person")), random.child("spine"));
        return new Subject(spine, Marks.draw(spine, random.child("marks")), random.child("body"));
    }

    public ShiftSpine spine() {
        return spine;
    }

    public Marks marks() {
        return marks;
    }

    /** Looks at points; quick for neighbouring ones. For one thread. */
    public final class Cursor {
        private final Course.Place place = new Course.Place();
        private final BodyCoordinates body = new BodyCoordinates();
        private final BodyCoordinates other = new BodyCoordinates();
        private final Cells.Cell cell = new Cells.Cell();

        /** Whether the last point lay where bodies, discs and canal are. */
        public boolean nearSpine() {
            return Math.abs(place.left) < 36 && place.anterior < 30 && place.anterior > -48;
        }

        /** Level of the last point, C2 being 0. */
        public double level() {
            return place.level;
        }

        public void look(double x, double y, double z, Spot spot) {
            spot.clear();
            spine.course().locate(x, y, z, place);
            double level = place.level;
            Tube tube = spine.tube();
            double behind = -place.anterior - tube.back(level);
            double ahead = place.anterior - tube.front(level);
            double side = Math.abs(place.left);
            if (side < 50 && ahead < 10 && behind < 62 && trunk.below(z) && (bones(x, y, z, behind, spot)
                    || thecal.look(level, place.left, behind, spot)
                    || level > -0.5 && behind > -14 && rear.look(level, place.left, behind, x, y, z, other, spot))) {
                return;
            }
            if (trunk.atlas(level, ahead, behind, side, spot)) {
                return;
            }
            trunk.look(place, x, y, z, behind, ahead, cell, spot);
        }

        private boolean bones(double x, double y, double z, double behind, Spot spot) {
            if (behind > 8 || place.level < -1) {
                return false;
            }
            int nearest = Course.vertebra(place.level);
            spine.vertebra(nearest).locate(x, y, z, body);
            if (body.inside) {
                osseous.body(nearest, body, spot);
                return true;
            }
            if (body.fromUpper < 0 && nearest > 0) {
                spine.vertebra(nearest - 1).locate(x, y, z, other);
                return beside(nearest - 1, nearest - 1, other, body, spot);
            }
            if (body.fromLower < 0 && nearest < Levels.COUNT - 1) {
                spine.vertebra(nearest + 1).locate(x, y, z, other);
                return beside(nearest, nearest + 1, body, other, spot);
            }
            return false;
        }

        private boolean beside(int disc, int neighbour, BodyCoordinates upper, BodyCoordinates lower, Spot spot) {
            if (other.inside) {
                osseous.body(neighbour, other, spot);
                return true;
            }
            return cushion.look(disc, upper, lower, spot);
        }
    }

    /** Whether the matter moves with the pulse. */
    public static boolean pulsates(Matter matter) {
        return matter == Matter.CSF || matter == Matter.ARTERY || matter == Matter.VEIN || matter == Matter.HEART;
    }
}
