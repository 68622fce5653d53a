package spine.api.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumericalVariantTest {

    @Test
    void countsUnits() {
        assertEquals(DiscLevel.ALL, NumericalVariant.USUAL.units());
        assertEquals(DiscLevel.ALL, NumericalVariant.USUAL.rows());
        assertEquals(List.of(23, 24, 24, 22, 22), Stream.of(NumericalVariant.values()).map(v -> v.units().size()).toList());
        assertEquals(List.of(23, 25, 25, 24, 24), Stream.of(NumericalVariant.values()).map(v -> v.rows().size()).toList());
    }

    @Test
    void namesUnitsFromHeadToFoot() {
        List<String> rows = NumericalVariant.T13.rows().stream().map(DiscLevel::label).toList();
        assertEquals(List.of("T11/12", "T12/13", "T12/L1", "T13/L1", "L1/2"), rows.subList(16, 21));
        assertFalse(NumericalVariant.T13.units().contains(DiscLevel.of("T12/L1")));
        List<String> four = NumericalVariant.NO_L5.units().stream().map(DiscLevel::label).toList();
        assertEquals(List.of("L3/4", "L4/S1"), four.subList(20, 22));
        assertTrue(NumericalVariant.NO_T12.units().contains(DiscLevel.of("T11/L1")));
        assertEquals("L6/S1", NumericalVariant.L6.units().get(23).label());
    }

    @Test
    void codesNeverCollide() {
        Set<Integer> codes = new HashSet<>();
        for (Vertebra level : Vertebra.values()) {
            assertTrue(codes.add(level.code()));
            assertEquals(level, Vertebra.ofCode(level.code()));
            assertTrue(StackAnatomy.isBody(StackAnatomy.bodyCode(level)));
        }
        for (DiscLevel level : Stream.concat(DiscLevel.ALL.stream(), DiscLevel.VARIANTS.stream()).toList()) {
            assertTrue(codes.add(level.code()), level.label());
            assertEquals(level, DiscLevel.of(level.label()));
            assertFalse(StackAnatomy.isBody(StackAnatomy.discCode(level)));
            assertEquals(level.code(), StackAnatomy.discCode(level), "fits a byte");
        }
        assertEquals(25, Vertebra.T13.code());
        assertEquals(26, Vertebra.L6.code());
        assertThrows(IllegalArgumentException.class, () -> Vertebra.ofCode(0));
        assertThrows(IllegalArgumentException.class, () -> Vertebra.ofCode(27));
        assertThrows(IllegalStateException.class, () -> DiscLevel.of("L6/S1").index());
    }

    @Test
    void anatomyHasTheRowsOfItsVariant() {
        List<DiscovertebralUnit> units = new ArrayList<>(NumericalVariant.L6.rows().stream().map(DiscovertebralUnit::absent).toList());
        SpineAnatomy anatomy = new SpineAnatomy(List.of(), NumericalVariant.L6, units, 0.7, Optional.empty(), List.of(), List.of());
        assertEquals(units.get(24), anatomy.unit(DiscLevel.of("L6/S1")));
        assertFalse(anatomy.unit(DiscLevel.of("T12/13")).present());
        assertThrows(IllegalArgumentException.class, () -> new SpineAnatomy(List.of(), units, List.of()));
    }

    @Test
    void whatIsNoSpineHasNoUnits() {
        SpineAnatomy none = SpineAnatomy.none(List.of(), "No spine.");
        assertTrue(none.noSpine().isPresent());
        assertEquals(0, none.nameConfidence());
        assertTrue(none.units().stream().noneMatch(DiscovertebralUnit::present));
    }
}
