package spine.evaluate.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.io.dicom.internal.sr.SrReportReader;

class ReaderAgreementTest {
    private static final String SCORED = "study,index,indexVersion,total23,total6,C2/3,images,models\n";

    @TempDir
    Path folder;
    private final TruthEvaluation evaluation = new TruthEvaluation(file -> List.of(), new SrReportReader(new WordCodec()), new WordCodec());

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
        assertSentence("a header", "");
        assertSentence("Line 4", "p,a,b\n1,2,3\n\n2,x,4");
        assertSentence("Line 3", "p,a,b\r\n1,2,3\r\n2,\"4\"x,4\r\n");
    }

    @Test
    void scoredFoldersAreReadersToo() throws Exception {
        Path readers = Files.writeString(folder.resolve("readers.csv"), "study,A,B\n1.1,0,1\n1.2,7,9\n1.3,3,3\n1.4,5,5\n");
        Path first = scored("first", "1.3,sparcc,1.0.0,4,4,0,9,m\n1.1,sparcc,1.0.0,0,0,0,9,m\n1.2,sparcc,1.0.0,8,8,0,9,\"m, n\"\n");
        String text = evaluation.agree(List.of(readers, first));
        assertTrue(text.contains("\nA and first\n") && text.contains("\nB and first\n"), text);
        assertTrue(text.contains("Not scored by all readers, not compared: 1.4\n"), text);
        assertTrue(text.replaceAll(" +", " ").contains("patients 3 scored by all"), text);
        Path second = scored("second", "1.1,sparcc,1.0.0,1,1,0,9,m\n1.2,sparcc,1.0.0,9,9,0,9,m\n");
        assertTrue(evaluation.agree(List.of(first, second)).contains("first and second"));
        assertSentence("two readers", () -> evaluation.agree(List.of(first)));
        Path strangers = scored("third", "2.1,sparcc,1.0.0,1,1,0,9,m\n2.2,sparcc,1.0.0,9,9,0,9,m\n");
        assertSentence("two patients", () -> evaluation.agree(List.of(first, strangers)));
        Path twice = scored("fourth", "1.1,sparcc,1.0.0,1,1,0,9,m\n1.1,sparcc,1.0.0,9,9,0,9,m\n");
        assertSentence("second score", () -> evaluation.agree(List.of(first, twice)));
    }

    private Path scored(String name, String lines) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("scores.csv"), SCORED + lines);
    }

    private static void assertSentence(String part, Executable call) {
        String message = assertThrows(UnusableInputException.class, call).getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }

    @Test
    void aMissingFileIsNamed() {
        String message = assertThrows(UnusableInputException.class,
                () -> evaluation.agree(List.of(folder.resolve("nowhere.csv")))).getMessage();
        assertTrue(message.contains("nowhere.csv"), message);
    }

    private String agree(String table) throws UnusableInputException, IOException {
        return evaluation.agree(List.of(Files.writeString(folder.resolve("scores.csv"), table)));
    }

    private void assertSentence(String part, String table) {
        String message = assertThrows(UnusableInputException.class, () -> agree(table)).getMessage();
        assertTrue(message.contains(part) && message.contains("scores.csv"), message);
    }
}
