package spine.report.internal.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.report.internal.DrawnResult;

class UnitsCsvReportWriterTest {
    private static final String HEADER = "study,index,indexVersion,unit,region,present,confidence,stack,score,windowImages,windowQuadrants,"
            + "windowDeep,windowIntense,positiveImages,largestAreaMm2,volumeMm3,deepestMm,intensityRatio";

    @TempDir
    Path folder;

    @Test
    void oneLinePerUnitFromHeadToFoot() throws IOException {
        List<Path> files = new UnitsCsvReportWriter().write(DrawnResult.wholeSpine(), folder);
        assertEquals(List.of(folder.resolve("units.csv"), folder.resolve("measures.csv")), files);
        List<String> lines = Files.readAllLines(files.get(0));
        assertEquals(HEADER, lines.get(0));
        assertEquals(24, lines.size());
        assertEquals("1.2.3,sparcc,1.0.0,C2/3,cervical,1,0.97,1,0,0,0,0,0,0,0,0,,", lines.get(1));
        assertEquals("1.2.3,sparcc,1.0.0,L5/S1,lumbar,0,,,,,,,,,,,,", lines.get(23), "not in the field of view");
    }

    /** T9/10 has five positive images of 41 mm2, 4 mm apart, of which three make the score: with one quadrant each, all deep. */
    @Test
    void whatMakesTheScoreIsCountedInTheWindowAndTheLesionInAllImages() throws IOException {
        List<String> lines = Files.readAllLines(new UnitsCsvReportWriter().write(DrawnResult.wholeSpine(), folder).get(0));
        assertEquals("1.2.3,sparcc,1.0.0,T9/10,thoracic,1,0.83,2,6,3,3,3,0,5,41,820,12.345,0.61", lines.get(15));
        assertTrue(lines.get(6).contains(",C7/T1,cervical,") && lines.get(18).contains(",T12/L1,thoracic,"), "by the vertebra above");
    }

    @Test
    void everyMeasureOfAnIndexIsALineOfItsOwn() throws IOException {
        ScoringResult drawn = DrawnResult.wholeSpine();
        UnitScore unit = drawn.scores().get(0).units().get(10);
        UnitScore measured = new UnitScore(unit.unit(), unit.score(), unit.window(), unit.slices(), Map.of("oedemaPercent", 12.5));
        Score score = new Score("other", "2.0.0", Map.of("total", 1.0), List.of(), List.of(measured), List.of());
        ScoringResult result = new ScoringResult(drawn.study(), drawn.models(), drawn.anatomy(), drawn.lesions(), drawn.images(),
                List.of(drawn.scores().get(0), score), List.of(), drawn.timing());
        List<Path> files = new UnitsCsvReportWriter().write(result, folder);
        assertEquals(1 + 2 * 23, Files.readAllLines(files.get(0)).size());
        assertEquals(List.of("study,index,indexVersion,unit,measure,value", "1.2.3,other,2.0.0,T5/6,oedemaPercent,12.5"),
                Files.readAllLines(files.get(1)));
    }

    @Test
    void unitsThatOnlyAVariantHasAreLinesToo() throws IOException {
        List<String> lines = Files.readAllLines(new UnitsCsvReportWriter().write(DrawnResult.thirteenThoracic(), folder).get(0));
        assertEquals(1 + 25, lines.size());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("1.2.3,sparcc,1.0.0,T12/13,thoracic,1,0.4,2,5,3,3,")),
                String.join("\n", lines));
    }

    @Test
    void imagesWithoutASpineHaveLinesWithoutValues() throws IOException {
        List<String> lines = Files.readAllLines(new UnitsCsvReportWriter().write(DrawnResult.nothingFound(), folder).get(0));
        assertEquals(24, lines.size());
        lines.subList(1, 24).forEach(line -> assertTrue(line.endsWith(",0,,,,,,,,,,,,"), line));
    }
}
