package spine.pipeline.correction;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;

/** What the codes of {@link StackAnatomy#structures} mean. */
final class StructureCodes {

    private StructureCodes() {
    }

    /** Those that occur, ascending, without that of nothing. */
    static Set<Byte> of(byte[][] structures) {
        boolean[] occurs = new boolean[1 << Byte.SIZE];
        for (byte[] slice : structures) {
            for (byte code : slice) {
                occurs[code & 0xff] = true;
            }
        }
        Set<Byte> codes = new TreeSet<>();
        for (int code = 1; code < occurs.length; code++) {
            if (occurs[code]) {
                codes.add((byte) code);
            }
        }
        return codes;
    }

    /** The disc of a code that is no body's. */
    static DiscLevel disc(byte code) {
        return Stream.concat(DiscLevel.ALL.stream(), DiscLevel.VARIANTS.stream()).filter(level -> level.code() == code).findFirst()
                .orElseThrow();
    }

    /** The body itself, or those above and below the disc. */
    static List<Vertebra> vertebrae(byte code) {
        return StackAnatomy.isBody(code) ? List.of(Vertebra.ofCode(code)) : List.of(disc(code).upper(), disc(code).lower());
    }

    /** The name that reports use. */
    static String label(byte code) {
        return StackAnatomy.isBody(code) ? Vertebra.ofCode(code).name() : disc(code).label();
    }
}
