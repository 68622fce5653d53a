package spine.api.anatomy;

import java.util.List;
import java.util.Optional;

/**
 * What was found in one stack. Arrays are shared, not copied: nobody may write to them.
 *
 * @param structures {@code [slice][row * columns + column]}: 0 nothing, {@link #bodyCode} or {@link #discCode} else;
 *     bodies and discs that could not be named are left out
 * @param canal {@code [slice][row * columns + column]}: 1 inside the spinal canal (fluid and cord), else 0
 * @param bodies from head to foot
 * @param discs from head to foot
 */
public record StackAnatomy(byte[][] structures, byte[][] canal, List<VertebralBody> bodies, List<Disc> discs) {
    private static final int BODIES = Vertebra.values().length;

    public StackAnatomy {
        bodies = List.copyOf(bodies);
        discs = List.copyOf(discs);
    }

    /** The code of a vertebral body in {@link #structures}: {@link Vertebra#code}. */
    public static byte bodyCode(Vertebra level) {
        return (byte) level.code();
    }

    /** The code of a disc in {@link #structures}: {@link DiscLevel#code}. */
    public static byte discCode(DiscLevel level) {
        return (byte) level.code();
    }

    /** Whether the code means a vertebral body. */
    public static boolean isBody(byte code) {
        return code >= 1 && code <= BODIES;
    }

    /** Whether a vertebral body has a pixel on any slice: marrow in which a lesion can be looked for. */
    public boolean showsBodies() {
        for (byte[] slice : structures) {
            for (byte code : slice) {
                if (isBody(code)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The body of that name, if it was found in this stack. */
    public Optional<VertebralBody> body(Vertebra level) {
        return bodies.stream().filter(body -> body.level() == level).findFirst();
    }

    /** The disc of that name, if it was found in this stack. */
    public Optional<Disc> disc(DiscLevel level) {
        return discs.stream().filter(disc -> disc.level().equals(level)).findFirst();
    }
}
