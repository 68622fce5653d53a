package spine.io.dicom.internal.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.Vertebra;
import spine.api.image.Vec3;
import spine.api.report.ReportedScore;
import spine.api.report.ReportedStudy;
import spine.api.report.ReportedUnit;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoreInterval;
import spine.api.score.UnitScore;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.result.ScoredStudy;
import spine.tck.SampleSpine;

class SrReportReaderTest {
    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final SrReportReader reader = new SrReportReader(codec);

    @TempDir
    private Path images;
    @TempDir
    private Path folder;

    @Test
    void everythingThatIsWrittenComesBack() throws Exception {
        for (SampleSpine spine : List.of(ScoredStudy.spine(), SampleSpine.of(NumericalVariant.L6),
                SampleSpine.of(5, Vertebra.T5, Vertebra.L1))) {
            ScoringResult result = new ScoredStudy(images).result(spine);
            ReportedStudy study = reader.read(report(result));
            assertEquals(result.study().studyInstanceUid(), study.studyInstanceUid());
            assertEquals(result.images(), study.images());
            assertEquals(2, study.models().size());
            assertTrue(study.comments().containsAll(result.warnings()));
            assertEquals(result.anatomy().nameConfidence(), study.nameConfidence());
            for (int i = 0; i < result.scores().size(); i++) {
                Score score = result.scores().get(i);
                ReportedScore read = study.scores().get(i);
                assertEquals(score.indexId(), read.indexId());
                assertEquals(score.indexVersion(), read.indexVersion());
                assertEquals(score.totals(), read.totals());
                assertEquals(score.units().stream().map(SrReportReaderTest::reported).toList(), read.units());
            }
            assertEquals(Map.of("total23", new ScoreInterval(3, 12.5)), study.scores().get(0).intervals());
            for (DiscovertebralUnit unit : result.anatomy().units()) {
                if (unit.present()) {
                    Disc disc = result.anatomy().stacks().get(unit.stack()).disc(unit.level()).orElseThrow();
                    Vec3 centre = study.discs().get(unit.level());
                    assertTrue(centre.distance(disc.centre()) < 3, unit.level() + ": " + centre + ", " + disc.centre());
                }
            }
        }
    }

    @Test
    void aReportWithoutItsSegmentsIsRefused() throws Exception {
        Path report = report(new ScoredStudy(images).result(ScoredStudy.spine()));
        Files.delete(folder.resolve("units.dcm"));
        assertEquals(report + " refers to segments that are not beside it, in units.dcm.",
                assertThrows(UnusableInputException.class, () -> reader.read(report)).getMessage());
        Path other = Files.createDirectory(folder.resolve("other"));
        new SrReportWriter(codec).write(new ScoredStudy(images).result(SampleSpine.of(5, Vertebra.T5, Vertebra.L1)), other);
        Files.move(other.resolve("units.dcm"), folder.resolve("units.dcm"));
        assertEquals(folder.resolve("units.dcm") + " does not hold the segments that " + report + " refers to.",
                assertThrows(UnusableInputException.class, () -> reader.read(report)).getMessage());
    }

    @Test
    void anotherObjectIsNoReport() throws Exception {
        report(new ScoredStudy(images).result(ScoredStudy.spine()));
        Path segments = folder.resolve("units.dcm");
        assertEquals(segments + " is not a structured report of spine.",
                assertThrows(UnusableInputException.class, () -> reader.read(segments)).getMessage());
        assertTrue(reader.reads(Path.of("a", "report.sr.dcm")));
    }

    private Path report(ScoringResult result) throws Exception {
        return new SrReportWriter(codec).write(result, folder).get(1);
    }

    private static ReportedUnit reported(UnitScore unit) {
        DiscLevel level = unit.unit().level();
        return new ReportedUnit(level, unit.unit().present(), unit.unit().confidence(), unit.score(), unit.window(), unit.slices(),
                unit.measures());
    }
}
