package spine.io.nifti.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;

class StructureLabelsTest {
    /** As TPTBox has them. */
    private static final Map<String, Integer> VERTEBRAE = Map.of("C2", 2, "C7", 7, "T1", 8, "T12", 19, "T13", 28, "L1", 20, "L5", 24, "L6",
            25,
            "S1", 26);

    @Test
    void vertebraeHaveTheirNumbersAndDiscsAHundredMoreThanTheVertebraAbove() {
        VERTEBRAE.forEach((name, label) -> assertEquals(label, StructureLabels.of(Vertebra.of(name)), name));
        assertEquals(102, StructureLabels.of(DiscLevel.of("C2/3")));
        assertEquals(119, StructureLabels.of(DiscLevel.of("T12/L1")));
        assertEquals(128, StructureLabels.of(DiscLevel.of("T13/L1")));
        assertEquals(124, StructureLabels.of(DiscLevel.of("L5/S1")));
    }

    @ParameterizedTest
    @EnumSource
    void noTwoStructuresOfAPersonShareAValue(NumericalVariant variant) {
        List<NamedLabel> labels = StructureLabels.of(variant);
        assertEquals(variant.vertebrae().size() + variant.units().size(), labels.size());
        assertEquals(labels.size(), new HashSet<>(labels.stream().map(NamedLabel::value).toList()).size());
        assertEquals(labels.stream().sorted().toList(), labels);
    }

    @Test
    void mapsAreTranslatedPixelByPixel() {
        byte[][] structures = {{0, StackAnatomy.bodyCode(Vertebra.S1)},
            {StackAnatomy.discCode(DiscLevel.of("L6/S1")), StackAnatomy.bodyCode(Vertebra.T13)}};
        assertArrayEquals(new byte[][] {{0, 26}, {125, 28}}, StructureLabels.map(structures));
    }
}
