package spine.agreement.resampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spine.agreement.resampling.BlindedOrder.Item;

class BlindedOrderTest {
    private static final List<String> PATIENTS = IntStream.rangeClosed(1, 200).mapToObj(i -> "patient " + i).toList();
    private static final BlindedOrder PAIRS = new BlindedOrder(PATIENTS, Collections.nCopies(200, 2), 1);

    @Test
    void everyTimeOfEveryPatientIsShownOnce() {
        assertEquals(400, PAIRS.items().size());
        assertEquals(PATIENTS.stream().flatMap(patient -> IntStream.of(1, 2).mapToObj(time -> patient + " " + time))
                .collect(Collectors.toSet()), PAIRS.items().stream().map(item -> item.patient() + " " + item.time())
                .collect(Collectors.toSet()));
        assertEquals(PAIRS.items().stream().map(item -> item.code() + item.letter()).sorted().toList(),
                PAIRS.items().stream().map(item -> item.code() + item.letter()).toList());
        assertEquals("case-001", PAIRS.items().get(0).code());
        assertEquals(Set.of("A", "B"), PAIRS.items().stream().map(Item::letter).collect(Collectors.toSet()));
    }

    @Test
    void lettersSayNothingOfTheOrder() {
        long first = PAIRS.items().stream().filter(item -> item.letter().equals("A") && item.time() == 1).count();
        assertTrue(first > 70 && first < 130, "time 1 is A in " + first + " of 200");
        assertNotEquals(PATIENTS, PAIRS.items().stream().map(Item::patient).distinct().toList());
    }

    @Test
    void theKeyTellsWhoItWas() {
        Item shown = PAIRS.items().get(37);
        assertEquals(shown, PAIRS.unblind(shown.code(), shown.letter()));
        assertThrows(IllegalArgumentException.class, () -> PAIRS.unblind("case-001", "C"));
    }

    @Test
    void theSeedDecides() {
        assertEquals(PAIRS.items(), new BlindedOrder(PATIENTS, Collections.nCopies(200, 2), 1).items());
        assertNotEquals(PAIRS.items(), new BlindedOrder(PATIENTS, Collections.nCopies(200, 2), 2).items());
    }

    @Test
    void patientsAreNamedOnce() {
        assertThrows(IllegalArgumentException.class, () -> new BlindedOrder(List.of("a", "a"), List.of(2, 2), 1));
        assertThrows(IllegalArgumentException.class, () -> new BlindedOrder(List.of("a"), List.of(0), 1));
        assertEquals(List.of(), new BlindedOrder(List.of(), List.of(), 1).items());
    }
}
