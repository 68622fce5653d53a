package spine.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionWordsTest {

    @ParameterizedTest
    @CsvSource({"t2_tirm_sag_448 Mueller,t2 tirm sag", "STIR SAG 1,STIR SAG", "Herr Muster STIRling 3.4.1970,STIR", "t1_tse_sag,t1 tse sag",
        "3-pl LOC,LOC", "Localiser,Localiser", "dark-fluid T2W,dark fluid T2W", "Sagmeister,''", "'',''", "TIRuslan,''"})
    void onlyKnownWordsRemain(String text, String expected) {
        assertEquals(expected, DescriptionWords.of(text));
    }

    @Test
    void neverTooLong() {
        String all = DescriptionWords.of("STIR TIRM TIR FLAIR DARK FLUID LOCALIZER SCOUT SURVEY LOC SAG COR TRA T1 T2 PD TSE FSE SE IR");
        assertTrue(all.length() <= 64 && all.startsWith("STIR TIRM"), all);
    }
}
