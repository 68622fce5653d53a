package spine.pipeline.correction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.tck.SampleSpine;

class RenamingTest {
    private static final SpineAnatomy PART = SampleSpine.of(7, Vertebra.T6, Vertebra.L3).input().anatomy();

    @Test
    void oneNameShiftsAllOthers() throws Exception {
        Renaming renaming = Renaming.of(PART, Map.of(Vertebra.T12, Vertebra.L1));
        SpineAnatomy renamed = renaming.applyTo(PART);
        assertEquals(Map.of(Vertebra.T12, Vertebra.L1, Vertebra.T6, Vertebra.T7),
                Map.of(Vertebra.T12, renaming.changes().get(Vertebra.T12), Vertebra.T6, renaming.changes().get(Vertebra.T6)));
        assertEquals(NumericalVariant.USUAL, renamed.variant());
        assertEquals(1, renamed.nameConfidence());
        assertEquals(PART.unit(DiscLevel.of("T11/12")).stack(), renamed.unit(DiscLevel.of("T12/L1")).stack());
        assertTrue(renamed.unit(DiscLevel.of("T12/L1")).present());
        assertEquals(PART.stacks().get(0).body(Vertebra.T12).orElseThrow().centre(),
                renamed.stacks().get(0).body(Vertebra.L1).orElseThrow().centre());
        assertEquals(count(PART, StackAnatomy.bodyCode(Vertebra.T12)), count(renamed, StackAnatomy.bodyCode(Vertebra.L1)));
        assertEquals(count(PART, StackAnatomy.discCode(DiscLevel.of("T11/12"))),
                count(renamed, StackAnatomy.discCode(DiscLevel.of("T12/L1"))));
        assertEquals(0, count(renamed, StackAnatomy.bodyCode(Vertebra.T6)));
    }

    @Test
    void thereAndBackIsTheSame() throws Exception {
        SpineAnatomy there = Renaming.of(PART, Map.of(Vertebra.T12, Vertebra.L1)).applyTo(PART);
        SpineAnatomy back = Renaming.of(there, Map.of(Vertebra.L1, Vertebra.T12)).applyTo(there);
        assertArrayEquals(PART.stacks().get(0).structures(), back.stacks().get(0).structures());
        assertEquals(PART.units().stream().map(unit -> unit.stack()).toList(), back.units().stream().map(unit -> unit.stack()).toList());
    }

    @Test
    void aThirteenthThoracicVertebraMakesTheSpineAVariant() throws Exception {
        SpineAnatomy renamed = Renaming.of(PART, Map.of(Vertebra.L1, Vertebra.T13)).applyTo(PART);
        assertEquals(NumericalVariant.T13, renamed.variant());
        assertEquals(List.of("T12/13", "T13/L1"), renamed.units().stream().filter(unit -> unit.present() && !unit.level().usual())
                .map(unit -> unit.level().label()).toList());
        assertTrue(renamed.stacks().get(0).body(Vertebra.T12).isPresent());
    }

    @Test
    void aSecondNameTellsAMissingVertebraFromAShift() throws Exception {
        Map<Vertebra, Vertebra> names = new LinkedHashMap<>();
        names.put(Vertebra.T12, Vertebra.L1);
        names.put(Vertebra.T11, Vertebra.T11);
        Renaming renaming = Renaming.of(PART, names);
        assertEquals(NumericalVariant.NO_T12, renaming.applyTo(PART).variant());
        assertEquals(Map.of(Vertebra.T12, Vertebra.L1, Vertebra.L1, Vertebra.L2, Vertebra.L2, Vertebra.L3, Vertebra.L3, Vertebra.L4),
                renaming.changes());
    }

    @Test
    void namesThatFitNoSpineAreRefused() {
        SpineAnatomy whole = SampleSpine.whole().input().anatomy();
        assertTrue(refusal(whole, Map.of(Vertebra.T12, Vertebra.L1))
                .startsWith("Names counted from T12=L1 do not fit the vertebrae in view, now C2 to S1"));
        assertTrue(refusal(PART, Map.of(Vertebra.C5, Vertebra.C6)).startsWith("There is no C5 in the result"));
        assertTrue(refusal(PART, Map.of(Vertebra.L3, Vertebra.C4)).startsWith("Names counted from L3=C4"));
        assertTrue(refusal(PART, Map.of(Vertebra.T12, Vertebra.L1, Vertebra.T7, Vertebra.T5)).startsWith("Names counted from"));
    }

    private static String refusal(SpineAnatomy anatomy, Map<Vertebra, Vertebra> names) {
        return assertThrows(UnusableInputException.class, () -> Renaming.of(anatomy, names)).getMessage();
    }

    private static long count(SpineAnatomy anatomy, byte code) {
        long count = 0;
        for (byte[] slice : anatomy.stacks().get(0).structures()) {
            for (byte value : slice) {
                count += value == code ? 1 : 0;
            }
        }
        return count;
    }
}
