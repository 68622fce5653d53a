package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.lesion.Lesions;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.spine.Centreline;
import spine.phantom.internal.shift.spine.Demographics;
import spine.phantom.internal.shift.spine.SpinalCanal;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.spine.SpineBuilder;
import spine.phantom.internal.shift.tissue.Tissue;

/** A whole person: tells what fills any point. Immutable; every thread brings its own {@link Cursor}. */
public final class Patient {
    private final Spine spine;
    private final Lesions marks;
    private final VertebralBodies osseous;
    private final Discs cushion;
    private final CanalContents thecal;
    private final PosteriorElements rear;
    private final ParaspinalMuscles flesh;
    private final BodyRegions trunk;

    private Patient(Spine spine, Lesions marks, SeededRandom random) {
        this.spine = spine;
        this.marks = marks;
        RandomFields textures = RandomFields.draw(random.child("textures"));
        osseous = new VertebralBodies(spine, marks, textures, random.child("marrow"));
        cushion = new Discs(spine, osseous, textures);
        thecal = new CanalContents(spine.tube(), textures, random.child("sac"));
        rear = new PosteriorElements(spine, osseous, random.child("rear"));
        flesh = new ParaspinalMuscles(spine.person(), textures, random.child("flesh"));
        trunk = new BodyRegions(spine, textures, flesh, random.child("trunk"));
    }

    public static Patient draw(SeededRandom random) {
        Spine spine = SpineBuilder.make(Demographics.draw(random.child("person")), random.child("spine"));
        return new Patient(spine, Lesions.draw(spine, random.child("marks")), random.child("body"));
    }

    public Spine spine() {
        return spine;
    }

    public Lesions marks() {
        return marks;
    }

    /** Looks at points; quick for neighbouring ones. For one thread. */
    public final class Cursor {
        private final Centreline.Place place = new Centreline.Place();
        private final BodyCoordinates body = new BodyCoordinates();
        private final BodyCoordinates other = new BodyCoordinates();
        private final WorleyNoise.Cell cell = new WorleyNoise.Cell();

        /** Whether the last point lay where bodies, discs and canal are. */
        public boolean nearSpine() {
            return Math.abs(place.left) < 36 && place.anterior < 30 && place.anterior > -48;
        }

        /** Level of the last point, C2 being 0. */
        public double level() {
            return place.level;
        }

        public void look(double x, double y, double z, TissueSample spot) {
            spot.clear();
            spine.course().locate(x, y, z, place);
            double level = place.level;
            SpinalCanal tube = spine.tube();
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

        private boolean bones(double x, double y, double z, double behind, TissueSample spot) {
            if (behind > 8 || place.level < -1) {
                return false;
            }
            int nearest = Centreline.vertebra(place.level);
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

        private boolean beside(int disc, int neighbour, BodyCoordinates upper, BodyCoordinates lower, TissueSample spot) {
            if (other.inside) {
                osseous.body(neighbour, other, spot);
                return true;
            }
            return cushion.look(disc, upper, lower, spot);
        }
    }

    /** Whether the matter moves with the pulse. */
    public static boolean pulsates(Tissue matter) {
        return matter == Tissue.CSF || matter == Tissue.ARTERY || matter == Tissue.VEIN || matter == Tissue.HEART;
    }
}
