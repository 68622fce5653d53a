package spine.evaluate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        assertTrue(text.replaceAll(" +", " ").contains("Krippendorff alpha (interval) 0.978 ["), text);
        assertTrue(text.replaceAll(" +", " ").contains("proportional bias 0.16 [0.10, 0.23] slope of first - second on their mean, p below"
                + " 0.001"), text);
        assertTrue(text.contains("A and B"), text);
        assertTrue(text.contains("B and the third, C"), text);
        assertTrue(text.contains("0.981  [0.946, 0.995]"), text);
    }

    @Test
    void whatIsNoTableIsRefusedWithItsLine() {
        assertSentence("Line 3", "p,a,b\n1,2,3\n2,x,4\n");
        assertSentence("\"x\" where the score of a", "p,a,b\n1,2,3\n2,x,4\n");
        assertSentence("\"1e300\" where the score of b", "p,a,b\n1,2,1e300\n2,3,4\n");
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

    /** The same three patients by two readers, as programs of several countries write them. */
    @ParameterizedTest
    @ValueSource(strings = {
            "p,A,B\n1,0,1.5\n2,7,9\n3,3,3\n",
            "\uFEFFp;A;B\r\n1;0;1,5\r\n2;7;9\r\n3;3;3\r\n",
            "sep=;\r\np;A;B;;\r\n1;0;1,5;;\r\n2;7;9;;\r\n3;3;3;;\r\n;;;;\r\n",
            "p\tA\tB\n1\t0\t1,5\n2\t7\t9\n3\t3\t3\n",
            "\"p\",\"A\",\"B\"\n\"1\",\"0\",\"1,5\"\n\"2\",7,9\n\"3\",3,3\n",
            "\"\",\"study\",\"A\",\"B\"\n\"1\",\"x\",0,1.5\n\"2\",\"y\",7,9\n\"3\",\"z\",3,3\n",
            "\"\";\"A\";\"B\"\n\"1\";0;1,5\n\"2\";7;9\n\"3\";3;3\n",
            "A\tB\n1\t0\t1.5\n2\t7\t9\n3\t3\t3\n",
            "p, A, B\n1, 0, 1.5\n2, 7, 9\n3, 3, 3\n4,,2\n5,NA,2\n"})
    void tablesOfSpreadsheetsAndOfRAreRead(String table) throws Exception {
        String text = agree(table).replaceAll(" +", " ");
        assertTrue(text.contains("\nA and B\n") && text.contains("patients 3 scored by all"), text);
        assertTrue(text.contains("Bland-Altman bias -1.17 "), text);
    }

    @Test
    void aTableInUtf16IsRead() throws Exception {
        Path file = Files.write(folder.resolve("scores.txt"),
                "\uFEFFp\tA\tB\r\nä\t0\t1,5\r\nö\t7\t9\r\n".getBytes(StandardCharsets.UTF_16LE));
        assertTrue(evaluation.agree(List.of(file)).contains("A and B"));
    }

    @Test
    void patientsWhomAReaderHasNotScoredAreNamed() throws Exception {
        String text = agree("p;A;B\n1;0;1\n2;7;\n3;NA;3\n4;4;5\n5;.;n/a\n");
        assertTrue(text.contains("Not scored by all readers, not compared: 2, 3, 5\n"), text);
    }

    @Test
    void whatGoesWrongWithSeparatorsIsSaid() {
        assertSentence("decimal comma", "p,A,B\n1,0,1,5\n2,7,9\n");
        assertSentence("decimal comma", "patient,A,B\n1,0,1,5\n2,7,9,5\n");
        assertSentence("two readers", "sep=\"\np;A;B\n1;0;1\n2;7;9\n");
        assertSentence("\"1.234,5\" where the score of A", "p;A;B\n1;1.234,5;3\n2;7;9\n");
    }

    @Test
    void anotherTotalCanBeAskedFor() throws Exception {
        Path readers = Files.writeString(folder.resolve("readers.csv"), "study,A\n1.1,1\n1.2,3\n");
        Path scored = scored("first", "1.1,sparcc,1.0.0,9,1,0,9,m\n1.2,sparcc,1.0.0,8,3,0,9,m\n");
        String text = evaluation.agree(List.of(readers, scored), Optional.of("total6"), Optional.empty());
        assertTrue(text.replaceAll(" +", " ").contains("Bland-Altman bias 0.00 "), text);
        assertSentence("has no total total9; it has total23, total6",
                () -> evaluation.agree(List.of(readers, scored), Optional.of("total9"), Optional.empty()));
    }

    @Test
    void thePageAndTablesSayWhatIsPrinted() throws Exception {
        Path table = Files.writeString(folder.resolve("t.csv"), "p;<b>A</b>;B\n1;0;1,5\n2;7;9\n3;3;3\n4;;1\n");
        Path out = folder.resolve("agreement");
        evaluation.agree(List.of(table), Optional.empty(), Optional.of(out));
        String page = Files.readString(out.resolve("agreement.html"));
        assertTrue(page.contains("3 patients, scored by all of &lt;b&gt;A&lt;/b&gt;, B") && !page.contains("<b>"), page);
        assertTrue(page.contains("id=\"scatter-pair-1-2-t\"") && page.contains("<span class=\"mono\">4</span>"), page);
        assertEquals("patient,<b>A</b>,B\n1,0,1.5\n2,7,9\n3,3,3\n", Files.readString(out.resolve("readings.csv")));
        assertTrue(Files.readString(out.resolve("agreement.csv")).contains("<b>A</b> and B,Bland-Altman bias,-1.166667,"));
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
