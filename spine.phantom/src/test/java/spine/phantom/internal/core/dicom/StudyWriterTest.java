package spine.phantom.internal.core.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.image.LabelMap;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.Study;
import spine.api.report.MaskFrame;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.seg.SegMaskReader;
import spine.io.dicom.internal.seg.SegMaskWriter;
import spine.io.dicom.internal.seg.SegReportWriter;
import spine.io.dicom.internal.study.DicomStudyReader;
import spine.phantom.internal.ReadBack;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.truth.TruthScore;
import spine.phantom.internal.core.truth.VisibleMimics;
import spine.phantom.internal.standard.dicom.MrImageEncoder;
import spine.phantom.internal.standard.study.PhantomStudy;
import spine.phantom.internal.standard.study.Seeds;

/** A study goes to files and is read back by the platform's own reader. */
class StudyWriterTest {
    private static final NativeDicomCodec CODEC = new NativeDicomCodec();
    private static final ReportWriter TOTALS = (result, folder) -> List.of(Files.writeString(folder.resolve("report.json"),
            totals(result)));

    @TempDir
    static Path place;
    private static PhantomStudy study;
    private static List<Scan> scans;
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        study = Seeds.first(s -> s.grids().size() == 2 && s.protocol().pixel() > 1.1 && s.protocol().slices() < 15
                && new TruthScore(s).score().units().stream().anyMatch(unit -> unit.score() > 9 && unit.unit().stack() == 1));
        scans = study.stir();
        folder = place.resolve("phantom");
        new StudyWriter(CODEC, TOTALS, new SegReportWriter(CODEC), new SegMaskWriter(CODEC))
                .write(new EncodedStudy(study, new MrImageEncoder(study)), Optional.empty(), folder);
    }

    private static String totals(ScoringResult result) {
        return result.scores().get(0).totals().toString();
    }

    @Test
    void readerFindsTheStirStationsAmongTheOtherSeries() throws Exception {
        Study read = new DicomStudyReader(CODEC, new DecodedImages(CODEC)).find(List.of(folder), SeriesChoice.AUTOMATIC).get(0).load();
        assertEquals(study.uids().study(), read.studyInstanceUid());
        assertEquals(scans.size(), read.stacks().size(), read.notes().toString());
        ReadBack.assertSame(scans, read.stacks());
    }

    @Test
    void masksAndTruthLieBeside() throws Exception {
        assertTrue(Files.readString(folder.resolve("truth/truth.json")).startsWith("{total23="));
        List<MaskFrame> frames = new SegMaskReader(CODEC).read(folder.resolve("truth/anatomy-1.seg.dcm"));
        assertTrue(frames.stream().anyMatch(frame -> frame.label().equals("T4")));
        assertTrue(frames.stream().anyMatch(frame -> frame.label().equals("C6/7")));
        assertTrue(new SegMaskReader(CODEC).read(folder.resolve("truth/oedema-2.seg.dcm")).stream()
                .allMatch(frame -> frame.label().equals("oedema")));
    }

    @Test
    void mimicsHaveASegmentForEachKindApartFromOedema() throws Exception {
        List<LabelMap> mimics = scans.stream().map(VisibleMimics::of).toList();
        int pixels = 0;
        for (int stack = 0; stack < mimics.size(); stack++) {
            Path file = folder.resolve("truth/mimics-" + (stack + 1) + ".seg.dcm");
            for (MaskFrame frame : Files.exists(file) ? new SegMaskReader(CODEC).read(file) : List.<MaskFrame>of()) {
                byte value = (byte) mimics.get(stack).classes().indexOf(frame.label());
                assertTrue(value > 0, frame.label());
                byte[] map = mimics.get(stack).labels()[slice(stack, frame.sopInstanceUid())];
                for (int i = 0; i < map.length; i++) {
                    assertEquals(map[i] == value ? 1 : 0, frame.mask()[i]);
                    pixels += frame.mask()[i];
                }
            }
        }
        int expected = 0;
        for (LabelMap map : mimics) {
            for (byte[] slice : map.labels()) {
                for (byte value : slice) {
                    expected += value == 0 ? 0 : 1;
                }
            }
        }
        assertTrue(expected > 0, "no mimic in this study");
        assertEquals(expected, pixels);
    }

    private static int slice(int stack, String uid) {
        return scans.get(stack).stack().slices().stream().map(Slice::sopInstanceUid).toList().indexOf(uid);
    }

    @Test
    void neverTouchesAnExistingFolderAndLeavesNoRemains() throws Exception {
        StudyWriter broken = new StudyWriter(CODEC, (result, into) -> {
            throw new IOException("disk full");
        }, TOTALS, new SegMaskWriter(CODEC));
        EncodedStudy encoded = new EncodedStudy(study, new MrImageEncoder(study));
        assertThrows(FileAlreadyExistsException.class, () -> broken.write(encoded, Optional.empty(), folder));
        try (Stream<Path> all = Files.list(place)) {
            assertEquals(List.of(folder), all.toList());
        }
    }
}
