package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.spine.Centreline;
import spine.phantom.internal.shift.spine.Demographics;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.tissue.Tissue;

/** Everything but the spine: which region a point lies in. */
final class BodyRegions {
    private final Spine spine;
    private final FrontalProjection standing;
    private final BodyHabitus figure;
    private final ParaspinalMuscles flesh;
    private final Head cranium;
    private final Neck throat;
    private final Thorax chest;
    private final Abdomen belly;
    private final double dome;
    private final double inlet;
    private final double wallVeins;
    private final double neckX;
    private final double neckY;
    private final double skullBase;

    BodyRegions(Spine spine, RandomFields textures, ParaspinalMuscles flesh, SeededRandom random) {
        this.spine = spine;
        this.flesh = flesh;
        Demographics person = spine.person();
        standing = new FrontalProjection(spine);
        figure = new BodyHabitus(person, random.child("figure"));
        cranium = new Head(textures, person.scale());
        throat = new Neck(flesh, random.child("throat"));
        chest = new Thorax(textures, random.child("chest"));
        belly = new Abdomen(textures, person.adiposity(), person.male(), random.child("belly"));
        dome = random.uniform(14.2, 15.8);
        inlet = random.uniform(5.4, 6.4);
        wallVeins = random.uniform(0, 1);
        neckX = spine.course().line(-1, 0);
        neckY = spine.course().line(-1, 1);
        skullBase = standing.top() + 4;
    }

    /** Whether a height is below the skull base. */
    boolean below(double z) {
        return z < skullBase + 2;
    }

    /** The ring of the first vertebra, which is no body. */
    boolean atlas(double level, double ahead, double behind, double side, TissueSample spot) {
        if (level > -0.4 || level < -0.95) {
            return false;
        }
        double up = (level + 0.66) * 24;
        double front = Math.min(4.8 - Math.abs(up), side < 8 ? 2.8 - Math.abs(ahead - 3) : -1);
        double back = Math.min(3.6 - Math.abs(up + 1), side < 13 ? 2.8 - Math.abs(behind - 22 + side * 0.3) : -1);
        double mass = Math.min(7.5 - Math.abs(up), 6 - Math.abs(side - 18)) - Math.max(0, Math.abs(behind - 3) - 8);
        double inside = Math.max(front, Math.max(back, mass));
        if (inside <= 0) {
            return false;
        }
        spot.matter = inside < 0.9 ? Tissue.CORTEX : Tissue.MARROW;
        spot.fat = 0.45;
        return true;
    }

    void look(Centreline.Place place, double x, double y, double z, double behind, double ahead, WorleyNoise.Cell cell, TissueSample spot) {
        double up = z - skullBase;
        if (up > -70 && cranium.look(x - neckX, neckY - y, up, cell, spot)) {
            return;
        }
        if (up > 8) {
            spot.clear();
            return;
        }
        spot.clear();
        if (ahead > 0) {
            front(place, x, y, z, ahead, cell, spot);
        } else {
            back(place, x, y, z, behind, cell, spot);
        }
    }

    private void front(Centreline.Place place, double x, double y, double z, double ahead, WorleyNoise.Cell cell, TissueSample spot) {
        double side = Math.abs(place.left);
        if (ahead < 1.3 && side < 22 && place.level < 24) {
            spot.matter = Tissue.LIGAMENT;
            return;
        }
        if (ahead < 3.2 && wall(place.level, side, ahead)) {
            spot.matter = Tissue.VEIN;
            return;
        }
        double share = Math.min(1, ahead / 35);
        double level = place.level * (1 - share) + standing.level(z) * share;
        double f = ahead * (1 - share) + (standing.front(z) - y) * share;
        double skin = figure.skinFront(level);
        double wall = figure.wall(level) - Math.max(0, side - 40) * 0.3;
        if (f > skin) {
            spot.matter = Tissue.VOID;
        } else if (f > skin - 2) {
            spot.matter = Tissue.SKIN;
        } else if (f > wall) {
            flesh.padding(x, y, z, spot);
        } else if (level < inlet) {
            throat.look(level, f, x, wall, cell, spot);
        } else if (level < dome + 1.6 * sq(Math.max(0, 60 - f) / 60) + 1.1 * sq(Math.max(0, f - 70) / 60)) {
            chest.look(level, f, x, wall, cell, spot);
        } else {
            belly.look(level, f, x, wall, cell, spot);
        }
    }

    /** Segmental vessels that run across the middle of the bodies; bright in some people. */
    private boolean wall(double level, double side, double ahead) {
        double off = (level - Math.rint(level)) * 22;
        return wallVeins > 0.45 && level > 6.5 && level < 22.4 && side > 1 && off * off + sq(ahead - 2.1) * 3 < 2.4 + 2.2 * wallVeins;
    }

    private void back(Centreline.Place place, double x, double y, double z, double behind, WorleyNoise.Cell cell, TissueSample spot) {
        double away = -place.anterior;
        double side = Math.abs(place.left);
        double skin = figure.skinBehind(place.level) - 0.004 * side * side;
        double fascia = figure.fascia(place.level) - 0.006 * side * side;
        if (away > skin) {
            spot.matter = Tissue.VOID;
        } else if (away > skin - 2) {
            spot.matter = Tissue.SKIN;
        } else if (away > fascia) {
            flesh.padding(x, y, z, spot);
        } else if (behind < 4 && place.level < 23) {
            flesh.beside(place.level, place.anterior, side - spine.tube().side(place.level), cell, spot);
        } else {
            flesh.behind(place.level, place.left, away, fascia, cell, spot);
        }
    }

    private static double sq(double x) {
        return x * x;
    }
}
