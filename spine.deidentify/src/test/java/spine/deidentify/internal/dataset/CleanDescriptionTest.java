package spine.deidentify.internal.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanDescriptionTest {

    @ParameterizedTest
    @CsvSource({"t2_tirm_sag_448 Mueller,T2 TIRM SAG", "STIR SAG 1,STIR SAG", "Herr Muster STIRling 3.4.1970,STIR", "t1_tse_sag,T1 TSE SAG",
        "3-pl LOC,LOC", "Localiser,LOCALIZER", "dark-fluid T2W,DARK FLUID T2", "Sagmeister,''", "'',''", "TIRuslan,''"})
    void onlyKnownWordsRemain(String text, String expected) {
        assertEquals(expected, CleanDescription.of(text));
    }

    @Test
    void neverTooLong() {
        String all = CleanDescription.of("STIR TIRM TIR FLAIR DARK FLUID LOCALIZER SCOUT SURVEY LOC SAG COR TRA T1 T2 PD TSE FSE SE IR");
        assertTrue(all.length() <= 64 && all.startsWith("STIR TIRM"), all);
    }
}
