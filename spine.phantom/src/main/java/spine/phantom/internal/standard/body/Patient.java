package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.standard.lesion.Cohort;
import spine.phantom.internal.standard.lesion.Lesions;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.regions.BodyRegions;
import spine.phantom.internal.standard.spine.Centreline;
import spine.phantom.internal.standard.spine.Demographics;
import spine.phantom.internal.standard.spine.SpinalCanal;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.spine.SpineBuilder;
import spine.phantom.internal.standard.tissue.Tissue;
import spine.phantom.internal.standard.tissue.TissueProbe;
import spine.phantom.internal.standard.tissue.TissueSample;

/** A whole patient: the tissue at every point. Immutable; every thread uses a {@link Probe} of its own. */
public final class Patient {
    private final Spine spine;
    private final Lesions lesions;
    private final MarrowFat marrow;
    private final VertebralBodies bodies;
    private final CanalContents canalContents;
    private final PosteriorElements posteriorElements;
    private final BodyRegions regions;

    private Patient(Spine spine, Lesions lesions, SeededRandom random) {
        this.spine = spine;
        this.lesions = lesions;
        ValueNoise noise = new ValueNoise(random.child("noise"));
        marrow = new MarrowFat(spine.demographics(), random.child("marrow"));
        bodies = new VertebralBodies(spine, lesions, marrow, new Discs(spine, new DiscSignal(random.child("disc signal"))),
                BoneAppearance.draw(random.child("look")));
        canalContents = new CanalContents(spine.canal(), noise, random.chance(0.85) ? random.uniform(0.2, 1.7) : 0,
                random.chance(0.04) ? random.uniform(3, 15) : -10, new EpiduralVeins(noise, random.child("back veins")));
        posteriorElements = new PosteriorElements(spine, bodies, random.child("arches"));
        regions = new BodyRegions(spine, noise, random);
    }

    /** Draws a patient with spine, and with the lesions of a time point. */
    public static Patient draw(Cohort cohort, TimePoint time, SeededRandom random) {
        Spine spine = SpineBuilder.build(Demographics.draw(random.child("build")), random.child("spine"));
        return new Patient(spine, Lesions.draw(spine, cohort, time, random.child("lesions")), random.child("body"));
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

    /** Samples points; fast for points near the previous one, where its search begins. For one thread. */
    public final class Probe implements TissueProbe {
        private final Centreline.Position at = new Centreline.Position();
        private final BodyCoordinates body = new BodyCoordinates();

        /** Whether the last point lay close to the spine. */
        @Override
        public boolean fine() {
            return Math.abs(at.left) < 34 && at.anterior < 30 && at.anterior > -55;
        }

        @Override
        public void sample(double x, double y, double z, TissueSample out) {
            spine.centreline().locate(x, y, z, at);
            out.clear(Tissue.AIR);
            double t = at.share < 0 ? 0 : at.share > 1 ? 1 : at.share;
            double level = (at.cell + t - 2) / 2;
            SpinalCanal canal = spine.canal();
            double behind = -at.anterior - Centreline.at(canal.backWall(), at);
            double front = at.anterior - Centreline.at(canal.frontWall(), at);
            double side = Math.abs(at.left);
            if (side < 45 && front < 8 && behind < 60) {
                int vertebra = Centreline.vertebraOf(at.cell);
                if (behind < 4 && bodies.sample(vertebra, Centreline.discOf(at.cell), x, y, z, body, out)) {
                    return;
                }
                boolean open = regions.below(z);
                if (open && canalContents.sample(at, behind, level, out)) {
                    return;
                }
                if (level > -0.45) {
                    if (behind > -14 && front < 0 && posteriorElements.sample(vertebra, at, behind, x, y, z, body, out)) {
                        return;
                    }
                } else if (open && Atlas.sample(level, front, behind, side, out)) {
                    return;
                }
            }
            out.tissue = regions.at(at, level, behind, front, x, y, z);
        }
    }
}
