package spine.evaluate.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;

class ReaderAgreementTest {
    @TempDir
    Path folder;

    @Test
    void threeReadersOfTenPatients() throws Exception {
        String text = agree("""
                patient,A,B,"the ""third"", C"
                1,0,0,0
                2,0,1,0
                3,2,3,2
                4,4,4,6
                5,0,0,2
                6,12,10,13
                7,25,22,28
                8,1,0,0
                9,7,9,6
                10,48,41,52
                """);
        assertTrue(text.replaceAll(" +", " ").contains("ICC(2,1) agreement 0.979 [0.941, 0.994]"), text);
        assertTrue(text.contains("A and B"), text);
        assertTrue(text.contains("B and the third, C"), text);
        assertTrue(text.contains("0.981  [0.946, 0.995]"), text);
    }

    @Test
    void whatIsNoTableIsRefusedWithItsLine() {
        assertSentence("Line 3", "p,a,b\n1,2,3\n2,x,4\n");
        assertSentence("\"x\" where the score of a", "p,a,b\n1,2,3\n2,x,4\n");
        assertSentence("Line 2", "p,a,b\n1,2\n2,3,4\n");
        assertSentence("two readers", "p,a\n1,2\n2,3\n");
        assertSentence("two patients", "p,a,b\n1,2,3\n");
        assertSentence("needs a header", "");
    }

    @Test
    void aMissingFileIsNamed() {
        String message = assertThrows(UnusableInputException.class,
                () -> new TruthEvaluation(file -> List.of()).agree(folder.resolve("nowhere.csv"))).getMessage();
        assertTrue(message.contains("nowhere.csv"), message);
    }

    private String agree(String table) throws UnusableInputException, IOException {
        return new TruthEvaluation(file -> List.of()).agree(Files.writeString(folder.resolve("scores.csv"), table));
    }

    private void assertSentence(String part, String table) {
        String message = assertThrows(UnusableInputException.class, () -> agree(table)).getMessage();
        assertTrue(message.contains(part) && message.contains("scores.csv"), message);
    }
}
