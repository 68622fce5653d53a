package spine.api.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiscLevelTest {

    @Test
    void thereAre23LevelsNamedAsInTheReport() {
        List<String> labels = DiscLevel.ALL.stream().map(DiscLevel::label).toList();
        assertEquals(List.of("C2/3", "C3/4", "C4/5", "C5/6", "C6/7", "C7/T1", "T1/2", "T2/3", "T3/4", "T4/5", "T5/6",
                "T6/7", "T7/8", "T8/9", "T9/10", "T10/11", "T11/12", "T12/L1", "L1/2", "L2/3", "L3/4", "L4/5", "L5/S1"),
                labels);
    }

    @Test
    void labelsReadBack() {
        for (DiscLevel level : DiscLevel.ALL) {
            assertEquals(level, DiscLevel.of(level.label()));
        }
        assertThrows(IllegalArgumentException.class, () -> DiscLevel.of("S1/2"));
        assertThrows(IllegalArgumentException.class, () -> DiscLevel.below(Vertebra.S1));
    }

    @Test
    void codesOfBodiesAndDiscsDoNotMeet() {
        assertEquals(24, StackAnatomy.bodyCode(Vertebra.S1));
        assertEquals(101, StackAnatomy.discCode(DiscLevel.of("C2/3")));
        assertEquals(123, StackAnatomy.discCode(DiscLevel.of("L5/S1")));
    }
}
