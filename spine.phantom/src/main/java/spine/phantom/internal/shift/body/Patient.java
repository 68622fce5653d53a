package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.shift.lesion.Lesions;
import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.prior.MarrowPriors;
import spine.phantom.internal.shift.prior.Priors;
import spine.phantom.internal.shift.regions.BodyRegions;
import spine.phantom.internal.shift.regions.ParaspinalMuscles;
import spine.phantom.internal.shift.spine.Centreline;
import spine.phantom.internal.shift.spine.Demographics;
import spine.phantom.internal.shift.spine.SpinalCanal;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.spine.SpineBuilder;
import spine.phantom.internal.shift.tissue.TissueSample;

/** A whole patient: the tissue at every point. Immutable; every thread uses a {@link Probe} of its own. */
public final class Patient {
    private final Spine spine;
    private final Lesions lesions;
    private final VertebralBodies bodies;
    private final Discs discs;
    private final CanalContents canalContents;
    private final PosteriorElements posteriorElements;
    private final ParaspinalMuscles muscles;
    private final BodyRegions regions;

    private Patient(Spine spine, Lesions lesions, MarrowPriors marrow, SeededRandom random) {
        this.spine = spine;
        this.lesions = lesions;
        RandomFields fields = RandomFields.draw(random.child("textures"));
        bodies = new VertebralBodies(spine, lesions, fields, marrow, random.child("marrow"));
        discs = new Discs(spine, bodies, fields);
        canalContents = new CanalContents(spine.canal(), fields, random.child("sac"));
        posteriorElements = new PosteriorElements(spine, bodies, random.child("rear"));
        muscles = new ParaspinalMuscles(spine.demographics(), fields, random.child("flesh"));
        regions = new BodyRegions(spine, fields, muscles, random.child("trunk"));
    }

    /** Draws a patient with spine, and with the lesions of a time point. */
    public static Patient draw(Priors priors, TimePoint time, SeededRandom random) {
        Spine spine = SpineBuilder.build(Demographics.draw(random.child("person")), priors.spine(), random.child("spine"));
        return new Patient(spine, Lesions.draw(spine, priors, time, random.child("marks")), priors.marrow(), random.child("body"));
    }

    public Spine spine() {
        return spine;
    }

    public Lesions lesions() {
        return lesions;
    }

    /** Samples points; fast for points near the previous one, where its search begins. For one thread. */
    public final class Probe {
        private final Centreline.Position position = new Centreline.Position();
        private final BodyCoordinates body = new BodyCoordinates();
        private final BodyCoordinates other = new BodyCoordinates();
        private final WorleyNoise.Cell cell = new WorleyNoise.Cell();

        /** Whether the last point lay in the region of bodies, discs and canal. */
        public boolean nearSpine() {
            return Math.abs(position.left) < 36 && position.anterior < 30 && position.anterior > -48;
        }

        /** Level of the last point, C2 being 0. */
        public double level() {
            return position.level;
        }

        /** Fills {@code sample} for a patient point, mm. */
        public void sample(double x, double y, double z, TissueSample sample) {
            sample.clear();
            spine.centreline().locate(x, y, z, position);
            double level = position.level;
            SpinalCanal canal = spine.canal();
            double behind = -position.anterior - canal.back(level);
            double ahead = position.anterior - canal.front(level);
            double side = Math.abs(position.left);
            if (side < 50 && ahead < 10 && behind < 62 && regions.below(z) && (bodyOrDisc(x, y, z, behind, sample)
                    || canalContents.sample(level, position.left, behind, sample)
                    || level > -0.5 && behind > -14 && posteriorElements.sample(level, position.left, behind, x, y, z, other, sample))) {
                return;
            }
            if (Atlas.sample(level, ahead, behind, side, sample)) {
                return;
            }
            regions.sample(position, x, y, z, behind, ahead, cell, sample);
        }

        private boolean bodyOrDisc(double x, double y, double z, double behind, TissueSample sample) {
            if (behind > 8 || position.level < -1) {
                return false;
            }
            int nearest = spine.centreline().vertebra(position.level);
            spine.vertebra(nearest).locate(x, y, z, body);
            if (body.inside) {
                bodies.body(nearest, body, sample);
                return true;
            }
            if (body.fromUpper < 0 && nearest > 0) {
                spine.vertebra(nearest - 1).locate(x, y, z, other);
                return beside(nearest - 1, nearest - 1, other, body, sample);
            }
            if (body.fromLower < 0 && nearest < spine.sequence().count() - 1) {
                spine.vertebra(nearest + 1).locate(x, y, z, other);
                return beside(nearest, nearest + 1, body, other, sample);
            }
            return false;
        }

        private boolean beside(int disc, int neighbour, BodyCoordinates upper, BodyCoordinates lower, TissueSample sample) {
            if (other.inside) {
                bodies.body(neighbour, other, sample);
                return true;
            }
            return discs.sample(disc, upper, lower, sample);
        }
    }
}
