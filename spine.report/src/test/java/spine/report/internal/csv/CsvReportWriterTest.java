package spine.report.internal.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.score.ScoreInterval;
import spine.api.score.ScoreIntervals;
import spine.report.internal.DrawnResult;

class CsvReportWriterTest {
    @TempDir
    Path folder;

    @Test
    void oneLinePerIndexUnderAHeader() throws IOException {
        List<Path> files = new CsvReportWriter().write(DrawnResult.wholeSpine(), folder);
        assertEquals(List.of(folder.resolve("scores.csv"), folder.resolve("totals.csv"), folder.resolve("lesions.csv")), files);
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
    void oneLinePerTotal() throws IOException {
        ScoreIntervals intervals = new ScoreIntervals("sparcc", 0.9, Map.of("total23", new ScoreInterval(11, 30.5)), "");
        List<String> lines = Files.readAllLines(new CsvReportWriter().write(DrawnResult.with(intervals), folder).get(1));
        assertEquals(List.of("study,index,indexVersion,total,value,lower,upper,coverage,highest,unitsInView,unitsOfSpine",
                "1.2.3,sparcc,1.0.0,total23,24,11,30.5,0.9,414,21,23", "1.2.3,sparcc,1.0.0,total6,24,,,,108,21,23"), lines);
        List<String> none = Files.readAllLines(new CsvReportWriter().write(DrawnResult.nothingFound(), folder).get(1));
        assertEquals("1.2.3,sparcc,1.0.0,total23,,,,,414,,", none.get(1), "no spine");
    }

    @Test
    void oneLinePerFinding() throws IOException {
        List<String> lines = Files.readAllLines(new CsvReportWriter().write(DrawnResult.wholeSpine(), folder).get(2));
        assertEquals(3, lines.size());
        assertEquals("1.2.3,F1,1,T6,corner,lower,anterior,median,T6/7,2,41,328.3,2.346,0,0.9123,true,Counts: probability 0.91 reaches "
                + "0.50.",
                lines.get(1));
        assertEquals("1.2.3,F2,1,T9,central,both,both,left,,1,12,48,,9.3,0.0712,false,Does not count: probability 0.07 is below 0.50.",
                lines.get(2));
    }
}
