package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.spine.SpinalCanal;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.spine.Vertebra;

/** Draws the bones behind one body: spinous process, lamina, pedicle, articular and transverse processes, the beginning of a rib. */
final class VertebralArch {

    private VertebralArch() {
    }

    /**
     * The arch of a vertebra in its frame.
     *
     * @param i C2 = 0
     */
    static Capsule[] of(Spine spine, int i, SeededRandom draw) {
        Vertebra body = spine.vertebra(i);
        SpinalCanal canal = spine.canal();
        int usual = spine.sequence().usual(i);
        double scale = spine.demographics().scale();
        double h = body.height();
        double wall = -0.92 * body.halfDepth();
        double rear = wall - canal.depth(i);
        double gate = canal.sacWidth(i) + 2;
        boolean cervical = usual < Levels.T1;
        boolean thoracic = usual >= Levels.T1 && usual < Levels.L1;
        double stem = (cervical ? 0.22 : thoracic ? 0.24 : 0.26) * h;
        double post = gate + (cervical ? 4 : 3.5) * scale;
        double joint = wall - 0.55 * canal.depth(i);
        double length = (i == 0 ? 14 : i < 4 ? 9 : cervical ? 9 + 4 * (i - 3) : thoracic ? 24 : usual < Levels.S1 ? 23 : 6) * scale
                * draw.uniform(0.8, 1.25);
        double drop = (cervical ? 0.25 : thoracic ? i < 15 ? 1.25 : 0.7 : 0.2) * draw.uniform(0.7, 1.3);
        double down = length * drop / Math.sqrt(1 + drop * drop);
        double out = length / Math.sqrt(1 + drop * drop);
        double bulk = (cervical ? 3.2 : thoracic ? 3.6 : 6.2) * scale * draw.uniform(0.85, 1.15);
        Capsule process = new Capsule(0, rear - 3, -0.25 * h, 0, rear - 3 - out, -0.25 * h - down, bulk * 0.85, bulk * 1.15,
                cervical ? 0.9 : thoracic ? 1 : 1.5);
        if (usual > Levels.S1) {
            Capsule ala = new Capsule(body.halfWidth(), wall + 5, 0, body.halfWidth() + 14, wall + 2, 0, 0.55 * h, 0.5 * h, 1);
            return new Capsule[] {process, ala};
        }
        Capsule lamina = new Capsule(post, joint - 3, -0.15 * h, 0, rear - 2.5, -0.3 * h, stem * 0.85, stem * 0.95, 1);
        Capsule pedicle = new Capsule(0.8 * Math.min(post, body.halfWidth()), wall + 5, 0.18 * h, post, joint, 0.12 * h, stem,
                stem * 0.9, 1);
        Capsule upper = new Capsule(post, joint, 0.1 * h, post + 1, joint - 1, (cervical ? 0.6 : 0.72) * h, stem, stem * 0.75, 1);
        Capsule lower = new Capsule(post - 0.5, joint - 3, -0.1 * h, post - 1.5, joint - 6, (cervical ? -0.6 : -0.85) * h, stem,
                stem * 0.75, 1);
        double reach = usual == Levels.S1 ? 26 : cervical ? 7 : 15;
        Capsule transverse = new Capsule(post, joint - (cervical ? -6 : 1), 0.1 * h, post + reach,
                joint - (thoracic ? 8 : cervical ? -7 : 2),
                0.15 * h, stem * (usual == Levels.S1 ? 1.6 : 0.75), stem * (usual == Levels.S1 ? 1.5 : 0.6), 1);
        if (!thoracic) {
            return new Capsule[] {process, lamina, pedicle, upper, lower, transverse};
        }
        Capsule rib = new Capsule(body.halfWidth() + 2, 0.55 * wall, 0.45 * h, body.halfWidth() + 26, wall - 14, 0.25 * h, 4.6 * scale,
                3.8 * scale, 1);
        return new Capsule[] {process, lamina, pedicle, upper, lower, transverse, rib};
    }
}
