package spine.phantom.internal.standard.scan;

import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.Frame;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.standard.spine.Spine;

/** Grids of examinations in which no spine can be read: other planes, the head, and slices beside the spine. */
final class ElsewhereViews {
    private static final Vec3 STILL = new Vec3(0, 0, 0);
    private static final Vec3 LEFT = new Vec3(1, 0, 0);
    private static final Vec3 BACK = new Vec3(0, 1, 0);
    private static final Vec3 DOWN = new Vec3(0, 0, -1);
    private static final int SLICES = 5;

    private ElsewhereViews() {
    }

    static Grid draw(Spine spine, SeededRandom random) {
        double pitch = random.uniform(3.3, 6);
        return switch (random.weighted(30, 20, 20, 15, 15)) {
            case 0 -> sacroiliac(spine, pitch, random);
            case 1 -> upright(LEFT, DOWN, spine.vertebra(random.between(2, Levels.L5)).frame().centre(), 280, pitch, random);
            case 2 -> upright(LEFT, BACK, spine.vertebra(random.between(2, Levels.S1)).frame().centre(), 220, pitch, random);
            case 3 -> upright(BACK, DOWN, spine.vertebra(0).frame().centre().plus(new Vec3(random.uniform(-30, 30), -15, 110)), 220, pitch,
                    random);
            default -> upright(BACK, DOWN, spine.vertebra(random.between(10, Levels.S1)).frame().centre()
                    .plus(new Vec3((random.chance(0.5) ? 1 : -1) * random.uniform(55, 95), -20, 0)), 280, pitch, random);
        };
    }

    /** Sagittal slices through a knee at the origin. */
    static Grid knee(SeededRandom random) {
        return upright(BACK, DOWN, STILL, 170, random.uniform(3.3, 5), random);
    }

    /** Oblique coronal slices along the sacrum. */
    private static Grid sacroiliac(Spine spine, double pitch, SeededRandom random) {
        Frame frame = spine.vertebra(Levels.S1 + random.between(0, 1)).frame();
        Vec3 centre = frame.toPatient(0, random.uniform(-14, 10), random.uniform(-10, 10));
        double pixel = random.uniform(0.6, 1.2);
        int rows = (int) (random.uniform(180, 260) / pixel);
        return Grid.around(centre, frame.left(), frame.cranial().times(-1), rows, rows, pixel, SLICES, pitch, pitch * 0.9, STILL);
    }

    private static Grid upright(Vec3 alongRow, Vec3 down, Vec3 centre, double size, double pitch, SeededRandom random) {
        double pixel = random.uniform(0.6, 1.2);
        int rows = (int) (size * random.uniform(0.8, 1.2) / pixel);
        Vec3 shifted = centre.plus(new Vec3(random.normal(0, 8), random.normal(0, 8), random.normal(0, 8)));
        return Grid.around(shifted, alongRow, down, rows, rows, pixel, SLICES, pitch, pitch * 0.9, STILL);
    }
}
