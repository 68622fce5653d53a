package spine.io.nifti.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;

/**
 * The values of structures in label maps: those of the VerSe challenge (Sekuboyina et al., Med Image Anal 2021;73:102166) as TPTBox and
 * SPINEPS extend them (https://github.com/Hendrik-code/TPTBox, {@code vert_constants.py}). A vertebra has its place from C1 = 1 to
 * L6 = 25, S1 is 26, T13 is 28; a disc has 100 more than the vertebra above it.
 */
final class StructureLabels {
    private static final int DISC = 100;
    private static final byte[] BY_CODE = byCode();

    private StructureLabels() {
    }

    static int of(Vertebra vertebra) {
        return switch (vertebra) {
            case L6 -> 25;
            case S1 -> 26;
            case T13 -> 28;
            default -> vertebra.code() + 1;
        };
    }

    static int of(DiscLevel disc) {
        return DISC + of(disc.upper());
    }

    /** The value for each code of {@link StackAnatomy#structures}. */
    private static byte[] byCode() {
        byte[] labels = new byte[1 << Byte.SIZE];
        for (Vertebra vertebra : Vertebra.values()) {
            labels[StackAnatomy.bodyCode(vertebra) & 0xff] = (byte) of(vertebra);
        }
        Stream.concat(DiscLevel.ALL.stream(), DiscLevel.VARIANTS.stream())
                .forEach(disc -> labels[StackAnatomy.discCode(disc) & 0xff] = (byte) of(disc));
        return labels;
    }

    /** @param structures as in {@link StackAnatomy#structures}; is not changed */
    static byte[][] map(byte[][] structures) {
        byte[][] labels = new byte[structures.length][];
        for (int slice = 0; slice < structures.length; slice++) {
            labels[slice] = new byte[structures[slice].length];
            for (int pixel = 0; pixel < labels[slice].length; pixel++) {
                labels[slice][pixel] = BY_CODE[structures[slice][pixel] & 0xff];
            }
        }
        return labels;
    }

    /** The structures of a person, by value. */
    static List<NamedLabel> of(NumericalVariant variant) {
        List<NamedLabel> labels = new ArrayList<>();
        variant.vertebrae().stream().map(vertebra -> new NamedLabel(of(vertebra), vertebra.name())).sorted().forEach(labels::add);
        variant.units().stream().map(disc -> new NamedLabel(of(disc), disc.label())).sorted().forEach(labels::add);
        return labels;
    }
}
