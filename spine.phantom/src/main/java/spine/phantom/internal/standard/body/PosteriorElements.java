package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.spine.Centreline;
import spine.phantom.internal.standard.spine.SpinalCanal;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.spine.Vertebra;
import spine.phantom.internal.standard.tissue.Tissue;
import spine.phantom.internal.standard.tissue.TissueSample;

/** Pedicles, laminae, facet joints, processes and rib ends, with the foramina and ligaments between them. Immutable. */
final class PosteriorElements {
    private final Spine spine;
    private final VertebralBodies bodies;
    private final double[] length = new double[Levels.COUNT];
    private final double[] drop = new double[Levels.COUNT];
    private final double[] thick = new double[Levels.COUNT];
    private final double[] skew = new double[Levels.COUNT];
    private final double[] effusion = new double[Levels.COUNT];
    private final double[] cyst = new double[Levels.COUNT];

    PosteriorElements(Spine spine, VertebralBodies bodies, SeededRandom random) {
        this.spine = spine;
        this.bodies = bodies;
        double size = spine.demographics().scale();
        double cysts = random.chance(0.1) ? random.uniform(0.1, 0.6) : 0.01;
        double wet = random.uniform(0, 0.7);
        for (int i = 0; i < Levels.COUNT; i++) {
            boolean cervical = i < Levels.T1;
            boolean lumbar = i >= Levels.L1;
            double mean = i == 0 ? 17 : i < 4 ? 12 : i == 4 ? 18 : i == 5 ? 26 : lumbar ? 27 : 25;
            length[i] = (i > Levels.S1 ? 7 : i == Levels.S1 ? 12 : mean) * size * random.normal(1, 0.1);
            double slant = cervical ? 0.35 : lumbar ? 0.12 : i < 10 ? 0.8 : i < 15 ? 1.15 : 0.6;
            drop[i] = slant * random.normal(1, 0.12);
            thick[i] = (cervical ? 3.6 : lumbar ? 8.5 : 4.4) * size * random.normal(1, 0.1);
            skew[i] = random.normal(0, 0.04);
            cyst[i] = random.chance(cysts) ? random.uniform(1.5, 6) : 0;
            effusion[i] = random.chance(wet) ? random.uniform(0.4, 1.5) : 0;
        }
    }

    /**
     * Fills {@code out} if the point is bone, ligament, joint or foramen.
     *
     * @param vertebra the vertebra at the level of the point
     * @param at the point along the centreline
     * @param behind its distance behind the posterior wall, mm
     * @param point scratch space
     * @return whether it is
     */
    boolean sample(int vertebra, Centreline.Position at, double behind, double x, double y, double z, BodyCoordinates point,
            TissueSample out) {
        SpinalCanal canal = spine.canal();
        double canalEnd = Centreline.at(canal.boneCentre(), at) + Centreline.at(canal.boneDepth(), at);
        double canalSide = Centreline.at(canal.boneWidth(), at);
        double side = Math.abs(at.left);
        if (behind > canalEnd - 1 && side < 11) {
            if (process(vertebra, canalEnd, behind, x, y, z, point, out)
                    || vertebra > 0 && process(vertebra - 1, canalEnd, behind, x, y, z, point, out)) {
                return true;
            }
            if (side < 1.6 && behind < canalEnd + length[vertebra] * 0.95) {
                out.tissue = behind < canalEnd + 3 ? Tissue.LIGAMENT : Tissue.CONNECTIVE;
                return true;
            }
        }
        return side > canalSide * 0.55 && side < canalSide + 16 && behind > -4 && behind < canalEnd + 12
                && pillar(vertebra, canalEnd, canalSide, behind, side, x, y, z, point, out);
    }

    private boolean process(int index, double canalEnd, double behind, double x, double y, double z, BodyCoordinates p, TissueSample out) {
        Vertebra v = spine.vertebra(index);
        v.locate(x, y, z, 0, p);
        double back = behind - canalEnd;
        double start = -v.height() * 0.28;
        double off = Math.abs(p.left - skew[index] * back);
        double lamina = 5.5 - 0.35 * off;
        double middle = start - drop[index] * Math.max(0, back);
        double tip = length[index];
        double half = thick[index] * (0.8 + 0.35 * back / tip);
        double width = back < 5 ? 11 - back * 1.6 : 2.6 + (back > tip - 4 ? 1.2 : 0);
        double inside = Math.min(Math.min(half - Math.abs(p.cranial - middle), width - off), Math.min(back + 0.3, tip - back));
        if (back < lamina && off > 2.5) {
            inside = Math.min(Math.min(v.height() * 0.42 - Math.abs(p.cranial - start), 11 - off), Math.min(back + 0.3, lamina - back));
        }
        return bone(index, inside, p, out);
    }

    private boolean pillar(int vertebra, double canalEnd, double canalSide, double behind, double side, double x, double y, double z,
            BodyCoordinates p, TissueSample out) {
        Vertebra v = spine.vertebra(vertebra);
        v.locate(x, y, z, 0, p);
        boolean cervical = vertebra < Levels.T1;
        double h = v.height();
        double centre = canalSide + (cervical ? 5 : 3.5);
        double across = (cervical ? 6.5 : vertebra >= Levels.L1 ? 5.5 : 4.2) - Math.abs(side - centre);
        double pedicle = Math.min(h * (cervical ? 0.28 : 0.3) - Math.abs(p.cranial - h * (cervical ? 0.05 : 0.17)), across);
        double joint = canalEnd * 0.62;
        double slope = cervical ? 0.75 : 0.25;
        double facet = Math.min(Math.min(behind - joint, canalEnd + 8 - behind), across + 2);
        double gap = p.cranial + h * 0.52 + (behind - joint) * slope - 3;
        if (vertebra >= Levels.S1) {
            return bone(vertebra, Math.min(across + 8, Math.min(behind + 4, canalEnd + 6 - behind)), p, out);
        }
        if (behind < joint + 1 && bone(vertebra, pedicle, p, out)) {
            return true;
        }
        if (facet > 0) {
            if (Math.abs(gap) < Math.max(0.55, effusion[vertebra]) && behind < canalEnd + 5) {
                out.tissue = effusion[vertebra] > 0 ? Tissue.FACET_FLUID : Tissue.ANNULUS;
                return true;
            }
            return bone(vertebra, Math.min(facet, Math.abs(gap) - 0.2), p, out);
        }
        if (across > -2 && behind < joint) {
            double root = (p.cranial - h * (cervical ? -0.5 : -0.28)) * (p.cranial - h * (cervical ? -0.5 : -0.28))
                    + (behind - 4.5) * (behind - 4.5);
            double nerve = cervical ? 5 : vertebra > Levels.L1 ? 7 : 3.5;
            out.tissue = root < nerve * cyst[vertebra] ? Tissue.FLUID : root < nerve ? Tissue.NERVE : Tissue.EPIDURAL_FAT;
            return true;
        }
        if (!cervical && vertebra < Levels.L1) {
            return rib(vertebra, v, side, behind, p, out);
        }
        return false;
    }

    private boolean rib(int vertebra, Vertebra v, double side, double behind, BodyCoordinates p, TissueSample out) {
        double c = p.cranial - v.height() * 0.42;
        double b = behind - 3 - (side - v.halfWidth()) * 0.5;
        return bone(vertebra, 4.6 - Math.sqrt(c * c + b * b * 0.8), p, out);
    }

    private boolean bone(int index, double inside, BodyCoordinates p, TissueSample out) {
        if (inside <= 0) {
            return false;
        }
        if (inside < 0.8) {
            out.tissue = Tissue.CORTEX;
        } else {
            out.tissue = Tissue.MARROW;
            out.marrow = index;
            out.fatty = 0.15;
            bodies.joint(index, p, out);
        }
        return true;
    }
}
