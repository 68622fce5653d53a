package spine.anatomy.internal;

import java.util.List;
import java.util.Random;
import spine.anatomy.internal.SyntheticSpine.Picture;
import spine.api.image.Vec3;

/** How much of a spine the stacks of a study show. */
enum Coverage {
    ONE_STACK, TWO_STATIONS, HARDLY_OVERLAPPING, THREE_STATIONS, CUT_ABOVE, CUT_BELOW, CUT_AT_BOTH_ENDS;

    private static final double PIXEL = 1.3;
    private static final double PITCH = 4.8;

    List<Picture> of(SyntheticSpine spine, Random random) {
        double top = 25 + 40 * random.nextDouble();
        double bottom = spine.blocks.get(spine.blocks.size() - 1).centre().z() - 20 - 50 * random.nextDouble();
        double middle = (top + bottom) / 2 + 30 * random.nextGaussian();
        return switch (this) {
            case ONE_STACK -> List.of(picture(spine, top, bottom, random, 0));
            case TWO_STATIONS -> {
                double lap = 35 + 50 * random.nextDouble();
                yield List.of(picture(spine, top, middle - lap / 2, random, 0), picture(spine, middle + lap / 2, bottom, random, 3));
            }
            case HARDLY_OVERLAPPING -> {
                double lap = 35 * random.nextDouble();
                yield List.of(picture(spine, top, middle - lap / 2, random, 0), picture(spine, middle + lap / 2, bottom, random, 2));
            }
            case THREE_STATIONS -> {
                double third = (top - bottom) / 3;
                yield List.of(picture(spine, top, top - third - 30, random, 0),
                        picture(spine, top - third + 30, bottom + third - 30, random, 3),
                        picture(spine, bottom + third + 30, bottom, random, 3));
            }
            case CUT_ABOVE -> List.of(picture(spine, spine.body(1 + random.nextInt(9)).centre().z(), bottom, random, 0));
            case CUT_BELOW -> List.of(picture(spine, top, spine.body(13 + random.nextInt(9)).centre().z(), random, 0));
            case CUT_AT_BOTH_ENDS -> {
                int first = 1 + random.nextInt(9);
                int last = Math.min(22, first + 9 + random.nextInt(6));
                yield List.of(picture(spine, spine.body(first).centre().z(), spine.body(last).centre().z(), random, 0));
            }
        };
    }

    private static Picture picture(SyntheticSpine spine, double top, double bottom, Random random, double motion) {
        Vec3 moved = new Vec3(motion * random.nextGaussian(), motion * random.nextGaussian(), motion * random.nextGaussian());
        return spine.picture(top, bottom, PIXEL, PITCH, 3 * random.nextGaussian(), moved);
    }
}
