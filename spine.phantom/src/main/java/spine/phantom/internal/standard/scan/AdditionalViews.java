package spine.phantom.internal.standard.scan;

import java.util.List;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.Frame;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.standard.spine.Spine;

/** Grids of the series that a study holds besides the sagittal ones. */
final class AdditionalViews {
    private static final Vec3 STILL = new Vec3(0, 0, 0);
    private static final Vec3 LEFT = new Vec3(1, 0, 0);
    private static final Vec3 BACK = new Vec3(0, 1, 0);
    private static final Vec3 DOWN = new Vec3(0, 0, -1);

    private AdditionalViews() {
    }

    /** Three sagittal, three coronal and three axial slices. */
    static List<Grid> localizer(Spine spine) {
        Vec3 centre = spine.vertebra(Levels.T12).frame().centre();
        return List.of(Grid.around(centre, BACK, DOWN, 224, 224, 2, 3, 20, 8, STILL),
                Grid.around(centre, LEFT, DOWN, 224, 224, 2, 3, 20, 8, STILL),
                Grid.around(centre, LEFT, BACK, 160, 160, 2, 3, 60, 8, STILL));
    }

    /** Slices along the disc L4/5. */
    static Grid axial(Spine spine) {
        Frame frame = spine.vertebra(Levels.L5).frame();
        Vec3 centre = spine.discCentre(Levels.L5 - 1).minus(frame.anterior().times(12));
        return Grid.around(centre, frame.left(), frame.anterior().times(-1), 256, 256, 0.7, 12, 5, 4, STILL);
    }
}
