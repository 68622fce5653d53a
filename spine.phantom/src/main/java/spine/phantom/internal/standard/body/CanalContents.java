package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.spine.Centreline;
import spine.phantom.internal.standard.spine.SpinalCanal;
import spine.phantom.internal.standard.tissue.Tissue;
import spine.phantom.internal.standard.tissue.TissueSample;

/** Contents of the spinal canal: dural sac with CSF, cord and nerve roots, epidural fat and veins. Immutable. */
final class CanalContents {
    private final SpinalCanal canal;
    private final ValueNoise noise;
    private final double strength;
    private final double syrinx;
    private final EpiduralVeins veins;

    /**
     * @param strength signal loss by the flow of CSF, 0 for none
     * @param syrinx level around which the centre of the cord is filled with fluid; below -1 for none
     * @param veins on the posterior wall
     */
    CanalContents(SpinalCanal canal, ValueNoise noise, double strength, double syrinx, EpiduralVeins veins) {
        this.canal = canal;
        this.noise = noise;
        this.strength = strength;
        this.syrinx = syrinx;
        this.veins = veins;
    }

    /**
     * Fills {@code out} if the point lies in the bony canal.
     *
     * @param at the point along the centreline
     * @param behind its distance behind the posterior wall, mm
     * @param level its level (C2 = 0)
     * @return whether it does
     */
    boolean sample(Centreline.Position at, double behind, double level, TissueSample out) {
        double boneDepth = Centreline.at(canal.boneDepth(), at);
        double boneWidth = Centreline.at(canal.boneWidth(), at);
        double b = (behind - Centreline.at(canal.boneCentre(), at)) / boneDepth;
        double s = at.left / boneWidth;
        double shape = b > 0 ? Math.abs(b) * (0.75 + 0.25 * b) : b * b;
        if (shape + s * s > 1.05 || behind < -3) {
            return false;
        }
        double sacDepth = Centreline.at(canal.sacDepth(), at);
        double sacWidth = Centreline.at(canal.sacWidth(), at);
        double d = behind - Centreline.at(canal.sacCentre(), at);
        double rd = d / sacDepth;
        double rs = at.left / sacWidth;
        double radius = rd * rd + rs * rs;
        if (radius < 1 && sacDepth > 0.6) {
            sac(at, d, rd, radius, level, out);
        } else if (veins.at(level, at.left, behind)) {
            out.tissue = Tissue.EPIDURAL_VEIN;
        } else {
            out.tissue = radius < 1.18 ? Tissue.LIGAMENT : Tissue.EPIDURAL_FAT;
        }
        return true;
    }

    private void sac(Centreline.Position at, double d, double rd, double radius, double level, TissueSample out) {
        out.label = AnatomyClasses.CANAL;
        double cordDepth = Centreline.at(canal.cordDepth(), at);
        double cordWidth = Centreline.at(canal.cordWidth(), at);
        if (cordDepth > 0.4) {
            double cd = (d - Centreline.at(canal.cordCentre(), at)) / cordDepth;
            double cs = at.left / cordWidth;
            double cord = cd * cd + cs * cs;
            if (cord < 1) {
                out.tissue = Tissue.CORD;
                out.gain = cord < 0.12 ? Math.abs(level - syrinx) < 3 ? 2.4 : 1.08 : 1;
                return;
            }
        }
        out.tissue = Tissue.CSF;
        double swirl = noise.at(at.left / 5, d / 4, level * 1.3);
        double behindCord = level > 4 && level < 18 && rd > -0.2 ? 0.55 : 0.2;
        out.gain = 1 - Math.max(0, Math.min(0.9, strength * behindCord * (0.7 + 1.2 * swirl)));
        if (level > 16.5) {
            double roots = (level - 16.5) / 2.5;
            double layer = noise.at(at.left / 1.9, d / 2.1, level * 0.35);
            double hanging = 0.25 + 0.75 * rd;
            if (layer + hanging * 0.9 > 0.38 && radius < 0.9 && roots > 0.2) {
                out.tissue = Tissue.CAUDA;
            }
        }
    }
}
