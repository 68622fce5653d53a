package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.api.score.UnitScore;
import spine.api.deidentification.DeidentificationRequest;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.deidentification.StudyDeidentification;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** A study whose header names the patient: reports do not, and without the names it scores the same. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DeidentificationIT {
    private static final long SEED = 11;
    private static final String WORD = "MARKERXQ7";
    private static final String DAY = "19370613";
    /** Identifying attributes of text that an MR image can have at the top of its header. */
    private static final int[] TEXTS = {Tag.AccessionNumber, 0x00080080, 0x00080081, Tag.ReferringPhysicianName, 0x00081010,
        Tag.StudyDescription, 0x00081040, 0x00081048, 0x00081050, 0x00081070, 0x00081080, Tag.PatientName, Tag.PatientID, 0x00101000,
        0x00101001, 0x00101040, 0x00102154, 0x00104000, Tag.DeviceSerialNumber, Tag.ProtocolName, 0x00184000, Tag.StudyID, 0x00204000,
        0x00321032, 0x00321060, 0x00400254};

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void reportsNameNobodyAndScoresStay() throws Exception {
        PhantomStudy phantom = PhantomStudy.write(context, "deidentification", SEED);
        Path work = phantom.work();
        Path named = work.resolve("named");
        for (Path image : phantom.images()) {
            mark(image, named.resolve(phantom.folder().relativize(image)));
        }
        Path cleaned = work.resolve("cleaned");
        Services.get(context, StudyDeidentification.class).deidentify(
                new DeidentificationRequest(named, cleaned, work.resolve("key"), false, false), Progress.SILENT, new Cancellation());
        assertNoMarker(files(cleaned));

        ScoringResult expected = score(named, work.resolve("a"), "json", "html", "csv");
        assertNoMarker(files(work.resolve("a")));
        ScoringResult result = score(cleaned, work.resolve("b"), "json", "html", "csv", "seg", "sr", "sc", "gsps");
        assertNoMarker(files(work.resolve("b")));
        assertEquals(expected.scores().get(0).totals(), result.scores().get(0).totals());
        assertEquals(expected.scores().get(0).units().stream().map(UnitScore::score).toList(),
                result.scores().get(0).units().stream().map(UnitScore::score).toList());
        assertEquals(expected.images().stream().map(ImageFinding::probability).toList(),
                result.images().stream().map(ImageFinding::probability).toList());
        assertEquals(expected.warnings(), result.warnings());
        assertTrue(expected.study().label().pseudonym().orElseThrow().matches("P[0-9A-F]{15}"));
        assertEquals("results of original and copy can be joined", expected.study().label().pseudonym(),
                result.study().label().pseudonym());
        assertEquals("the copy has no date", Optional.of(""), result.study().label().date());
    }

    private static void mark(Path source, Path target) throws Exception {
        DicomObject image = new NativeDicomCodec().read(source, true);
        String description = image.text(Tag.SeriesDescription);
        for (int tag : TEXTS) {
            image.text(tag, "LO", WORD);
        }
        image.text(Tag.PatientName, "PN", WORD + "^" + WORD).text(Tag.SeriesDescription, "LO", WORD + " " + description)
                .text(Tag.PatientBirthDate, "DA", DAY).text(0x00110010, "LO", WORD).text(0x00111001, "LO", WORD);
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            new NativeDicomCodec().write(image, out);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void assertNoMarker(List<Path> files) throws IOException {
        assertFalse(files.isEmpty());
        for (Path file : files) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertFalse(file.toString(), content.contains(WORD) || content.contains(DAY) || file.toString().contains(WORD));
        }
    }

    private ScoringResult score(Path location, Path folder, String... formats) throws Exception {
        List<StudySource> sources = Services.get(context, StudyReader.class).find(List.of(location), SeriesChoice.AUTOMATIC);
        assertEquals(1, sources.size());
        return Services.get(context, SpineScoring.class).score(sources.get(0),
                new ScoringRequest(List.of("sparcc"), List.of(formats), folder).labelled(Optional.of(folder.resolveSibling("key")), true),
                Progress.SILENT, new Cancellation());
    }
}
