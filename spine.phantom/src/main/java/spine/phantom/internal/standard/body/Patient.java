package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.lesion.LesionPlan;
import spine.phantom.internal.standard.lesion.Lesions;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.regions.BodyHabitus;
import spine.phantom.internal.standard.regions.FrontalProjection;
import spine.phantom.internal.standard.regions.Head;
import spine.phantom.internal.standard.regions.Organs;
import spine.phantom.internal.standard.regions.ParaspinalMuscles;
import spine.phantom.internal.standard.spine.Centreline;
import spine.phantom.internal.standard.spine.Demographics;
import spine.phantom.internal.standard.spine.SpinalCanal;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.spine.SpineBuilder;
import spine.phantom.internal.standard.spine.Vertebra;
import spine.phantom.internal.standard.tissue.Tissue;
import spine.phantom.internal.standard.tissue.TissueSample;

/** A whole patient: answers what tissue fills any point. Immutable; every thread brings its own {@link Probe}. */
public final class Patient {
    private final Spine spine;
    private final Lesions lesions;
    private final MarrowFat marrow;
    private final VertebralBodies bodies;
    private final CanalContents canalContents;
    private final PosteriorElements posteriorElements;
    private final BodyHabitus habitus;
    private final FrontalProjection projection;
    private final Organs organs;
    private final ParaspinalMuscles muscles;
    private final Head head;

    private Patient(Spine spine, Lesions lesions, SeededRandom random) {
        this.spine = spine;
        this.lesions = lesions;
        ValueNoise noise = new ValueNoise(random.child("noise"));
        Demographics demographics = spine.demographics();
        marrow = new MarrowFat(demographics, random.child("marrow"));
        bodies = new VertebralBodies(spine, lesions, marrow, new DiscSignal(random.child("disc signal")),
                BoneAppearance.draw(random.child("look")));
        canalContents = new CanalContents(spine.canal(), noise, random.chance(0.85) ? random.uniform(0.2, 1.7) : 0,
                random.chance(0.04) ? random.uniform(3, 15) : -10, new EpiduralVeins(noise, random.child("back veins")));
        posteriorElements = new PosteriorElements(spine, bodies, random.child("arches"));
        projection = new FrontalProjection(spine);
        habitus = new BodyHabitus(demographics, random.child("habitus"));
        organs = new Organs(noise, demographics.fatness(), random.child("organs"));
        double wasting = Math.max(0, (demographics.age() - 30) / 60.0 * 0.5 + random.normal(0.1, 0.12));
        muscles = new ParaspinalMuscles(noise, Math.min(0.7, wasting));
        Vertebra axis = spine.vertebra(0);
        head = new Head(axis.frame(), axis.height(), demographics.size(), noise);
    }

    public static Patient draw(SeededRandom random) {
        Spine spine = SpineBuilder.build(Demographics.draw(random.child("build")), random.child("spine"));
        return new Patient(spine, LesionPlan.draw(spine, random.child("lesions")), random.child("body"));
    }

    public Spine spine() {
        return spine;
    }

    public Lesions lesions() {
        return lesions;
    }

    public MarrowFat marrow() {
        return marrow;
    }

    /** A cursor that remembers where it was, which makes looking up neighbouring points quick. For one thread. */
    public final class Probe {
        private final Centreline.Position at = new Centreline.Position();
        private final BodyCoordinates body = new BodyCoordinates();
        /** Level at the last point (C2 = 0) and distances from the centreline, mm. */
        private double level;
        private double behind;

        /** Whether the last point lay close enough to the spine to need fine sampling. */
        public boolean nearSpine() {
            return Math.abs(at.left) < 34 && at.anterior < 30 && at.anterior > -55;
        }

        public double level() {
            return level;
        }

        public void sample(double x, double y, double z, TissueSample out) {
            spine.centreline().locate(x, y, z, at);
            out.clear(Tissue.AIR);
            double t = at.share < 0 ? 0 : at.share > 1 ? 1 : at.share;
            level = (at.cell + t - 2) / 2;
            SpinalCanal canal = spine.canal();
            behind = -at.anterior - Centreline.at(canal.backWall(), at);
            double front = at.anterior - Centreline.at(canal.frontWall(), at);
            double side = Math.abs(at.left);
            if (side < 45 && front < 8 && behind < 60) {
                int vertebra = Centreline.vertebraOf(at.cell);
                if (behind < 4 && bodies.sample(vertebra, Centreline.discOf(at.cell), x, y, z, body, out)) {
                    return;
                }
                boolean open = head.above(z) < 4;
                if (open && canalContents.sample(at, behind, level, out)) {
                    return;
                }
                if (level > -0.45) {
                    if (behind > -14 && front < 0 && posteriorElements.sample(vertebra, at, behind, x, y, z, body, out)) {
                        return;
                    }
                } else if (open && atlas(front, side, out)) {
                    return;
                }
            }
            out.tissue = soft(x, y, z, front, side);
        }

        private boolean atlas(double front, double side, TissueSample out) {
            double c = (level + 0.62) * 26;
            double arch = Math.min(4.5 - Math.abs(c), side < 9 ? 3.2 - Math.abs(front - 2.6) : 0);
            double rear = Math.min(4 - Math.abs(c), 3.2 - Math.abs(behind - 24 + side * 0.25));
            double mass = Math.min(8 - Math.abs(c), 6.5 - Math.abs(side - 17)) - Math.max(0, Math.abs(behind - 2) - 8);
            double inside = Math.max(Math.max(arch, side < 14 ? rear : -1), mass);
            if (inside <= 0) {
                return false;
            }
            out.tissue = inside < 0.9 ? Tissue.CORTEX : Tissue.MARROW;
            out.marrow = inside < 0.9 ? -1 : 0;
            return true;
        }

        private Tissue ahead(double y, double z, double front) {
            double share = Math.max(0, Math.min(1, (front - 8) / 40));
            double high = level + (projection.level(z) - level) * share;
            double ahead = projection.y(z) - y - Centreline.at(spine.canal().frontWall(), at);
            double f = front + (ahead - front) * share;
            double skin = habitus.skinFront(high);
            if (f > skin) {
                return Tissue.AIR;
            }
            if (f > skin - 2) {
                return Tissue.SKIN;
            }
            double wall = habitus.fasciaFront(high);
            return f > wall ? Tissue.FAT : organs.at(high, f, at.left, wall);
        }

        private Tissue soft(double x, double y, double z, double front, double side) {
            double up = head.above(z);
            if (up > -6) {
                Tissue tissue = head.at(x, y, z);
                if (tissue != null) {
                    return tissue;
                }
                if (up > 10) {
                    return Tissue.AIR;
                }
            }
            if (front > 0) {
                return ahead(y, z, front);
            }
            double skin = habitus.skinBehind(level) - side * side * 0.006;
            double away = -at.anterior;
            if (away > skin) {
                return Tissue.AIR;
            }
            if (away > skin - 2) {
                return Tissue.SKIN;
            }
            double fascia = habitus.fasciaBehind(level) - side * side * 0.005;
            if (away > fascia) {
                return Tissue.FAT;
            }
            double width = Centreline.at(spine.canal().halfWidth(), at);
            if (behind < 4 && level < 23) {
                return muscles.beside(level, at.anterior, side - width);
            }
            return muscles.behind(level, fascia - away, at.left, behind);
        }
    }
}
