package spine.report.internal.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.report.internal.DrawnResult;

class CsvReportWriterTest {
    @TempDir
    Path folder;

    @Test
    void oneLinePerIndexUnderAHeader() throws IOException {
        List<Path> files = new CsvReportWriter().write(DrawnResult.wholeSpine(), folder);
        assertEquals(List.of(folder.resolve("scores.csv"), folder.resolve("findings.csv")), files);
        List<String> lines = Files.readAllLines(files.get(0));
        assertEquals(2, lines.size());
        List<String> header = Arrays.asList(lines.get(0).split(","));
        List<String> line = Arrays.asList(lines.get(1).split(",", -1));
        assertTrue(lines.get(0).startsWith("study,index,indexVersion,total23,total6,C2/3,"));
        assertEquals(header.size(), line.size());
        assertEquals("9", line.get(header.indexOf("T6/7")));
        assertEquals("0", line.get(header.indexOf("C3/4")));
        assertEquals("", line.get(header.indexOf("L5/S1")), "not in the field of view");
        assertEquals("2", line.get(header.indexOf("warnings")));
        assertEquals("spine.model.vbivd 1.0.0; spine.model.bmo 1.2.0", line.get(header.indexOf("models")));
    }

    @Test
    void oneLinePerFinding() throws IOException {
        List<String> lines = Files.readAllLines(new CsvReportWriter().write(DrawnResult.wholeSpine(), folder).get(1));
        assertEquals(3, lines.size());
        assertEquals("1.2.3,F1,1,T6,corner,lower,anterior,median,T6/7,2,41,328.3,2.346,0,0.9123,true,Counts: probability 0.91 reaches "
                + "0.50.",
                lines.get(1));
        assertEquals("1.2.3,F2,1,T9,central,both,both,left,,1,12,48,,9.3,0.0712,false,Does not count: probability 0.07 is below 0.50.",
                lines.get(2));
    }
}
