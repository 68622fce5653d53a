package spine.pipeline.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureNameTest {

    @ParameterizedTest
    @CsvSource({"T7,T7", "t7,T7", "Th7,T7", "vertebrae_T7,T7", "T7 vertebra,T7", "vertebra body L4,L4", "D10,T10", "T13,T13",
        "T7/8,T7/8", "T7-T8,T7/8", "disc T7/T8,T7/8", "C7/T1 disk,C7/T1", "L5/S1,L5/S1", "L5-S1,L5/S1", "T12/T13,T12/13"})
    void structuresAreKnownByManyNames(String label, String structure) {
        assertEquals(structure, StructureName.structure(label).map(StructureCodes::label).orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"oedema", "Oedema", "Edema", "BMO", "bone marrow edema", "lesion", "Lesion 2", "lesion_12", "Inflammation"})
    void oedemaIsKnownByManyNames(String label) {
        assertTrue(StructureName.isOedema(label), label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Segment_1", "T14", "C1", "S2", "T8/7", "T7/9", "T7 T8", "cord", "no oedema", ""})
    void whatCouldBeAnythingIsNothing(String label) {
        assertFalse(StructureName.isOedema(label));
        assertTrue(StructureName.structure(label).isEmpty(), label);
    }

    @Test
    void theNamesOfMasksAreKnown() {
        for (int code = 1; code < Byte.MAX_VALUE; code++) {
            byte one = (byte) code;
            if (code <= 26 || code >= 99) {
                assertEquals(one, StructureName.structure(StructureCodes.label(one)).orElseThrow());
            }
        }
    }
}
