package spine.io.dicom.internal.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.Vertebra;
import spine.api.report.Predecessor;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.dicom.DicomObject;
import spine.dicom.LossyCompression;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.gsps.GspsReportWriter;
import spine.io.dicom.internal.pdf.PdfDicomReportWriter;
import spine.io.dicom.internal.sc.ScReportWriter;
import spine.io.dicom.internal.seg.SegReportWriter;
import spine.io.dicom.internal.sr.SrReportReader;
import spine.io.dicom.internal.sr.SrReportWriter;
import spine.tck.SampleSpine;

/** What holds for the objects of all formats together. */
class ResultObjectsTest {
    private static final int[] PATIENT_AND_STUDY = {Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate, Tag.PatientSex, Tag.PatientAge,
        Tag.PatientWeight, Tag.StudyInstanceUID, Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber, Tag.ReferringPhysicianName,
        Tag.StudyDescription, Tag.StudyID};

    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final List<ReportWriter> writers = List.of(new SegReportWriter(codec), new SrReportWriter(codec), new GspsReportWriter(codec),
            new ScReportWriter(codec), new PdfDicomReportWriter(codec, (result, place) -> List.of(Files.writeString(place.resolve("x.pdf"),
                    "%PDF-1.7 " + result.study().studyInstanceUid() + "\n"))));

    @TempDir
    private Path images;
    @TempDir
    private Path folder;

    @Test
    void patientAndStudyAreThoseOfTheFirstImageInAllObjects() throws Exception {
        int[] count = {0};
        List<Path> written = write(study().each(image -> image.decimals(Tag.PatientWeight, 80 + count[0]++)).result(ScoredStudy.spine()));
        Path first = images.resolve("2.25.1.1.1.dcm");
        DicomObject source = codec.read(first, false);
        Set<String> uids = new HashSet<>();
        for (Path file : written) {
            DicomObject object = codec.read(file, false);
            for (int tag : PATIENT_AND_STUDY) {
                assertEquals(source.texts(tag), object.texts(tag), file + ", " + Integer.toHexString(tag));
            }
            uids.add(object.text(Tag.SOPInstanceUID));
        }
        assertEquals(written.size(), uids.size());
        assertEquals(15, written.size());
    }

    @Test
    void valuesOfOldArchivesAreConvertedOrLeftEmpty() throws Exception {
        List<Path> written = write(study().each(image -> image.text(Tag.StudyDate, "DA", "2018.07.09").text(Tag.StudyTime, "TM", "13:40:49")
                .text(Tag.PatientBirthDate, "DA", "XXXXXXXX").text(Tag.PatientAge, "AS", "XXX").text(Tag.PatientSex, "CS", "FEMALE")
                .text(Tag.PatientWeight, "DS", "XXX").text(Tag.StudyDescription, "LO", "x".repeat(80))).result(ScoredStudy.spine()));
        for (Path file : written) {
            DicomObject object = codec.read(file, false);
            assertEquals("20180709", object.text(Tag.StudyDate));
            assertEquals("134049", object.text(Tag.StudyTime));
            assertEquals("", object.text(Tag.PatientBirthDate));
            assertTrue(object.element(Tag.PatientAge).isEmpty() && object.element(Tag.PatientWeight).isEmpty());
            assertEquals("F", object.text(Tag.PatientSex));
            if (object.element(Tag.ContentDate).isPresent()) {
                assertEquals("20180709134049", object.text(Tag.ContentDate) + object.text(Tag.ContentTime));
            }
        }
        Validators.dciodvfy(written);
    }

    @Test
    void namesInMisdeclaredAndMixedCharacterSetsAreReadable() throws Exception {
        for (String terms : List.of("UTF-8", "", "GB18030\\ISO_IR 192", "ISO_IR 100", "ISO_IR 192")) {
            assertName("Müller^Jürgen=李^伟", terms, StandardCharsets.UTF_8);
        }
        assertName("李^伟", "GB18030\\ISO_IR 192", Charset.forName("GB18030"));
        assertName("Müller^Jürgen", "ISO_IR 192", StandardCharsets.ISO_8859_1);
    }

    private void assertName(String name, String terms, Charset charset) throws Exception {
        ScoringResult result = study().each(image -> image.text(Tag.PatientName, "PN", "@".repeat(bytes(name, charset).length)))
                .result(SampleSpine.of(3, Vertebra.T5, Vertebra.T8));
        try (Stream<Path> files = Files.list(images)) {
            for (Path file : files.toList()) {
                redeclare(file, terms, bytes(name, charset));
            }
        }
        for (Path file : write(result)) {
            assertEquals(name, codec.read(file, false).text(Tag.PatientName), terms + " in " + charset);
            assertTrue(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(name), "not in UTF-8: " + file);
        }
    }

    private static byte[] bytes(String name, Charset charset) {
        byte[] bytes = name.getBytes(charset);
        return (bytes.length & 1) == 0 ? bytes : (name + " ").getBytes(charset);
    }

    /** Gives an image another character set term, and the name instead of its filler. */
    private static void redeclare(Path file, String terms, byte[] name) throws Exception {
        byte[] all = Files.readAllBytes(file);
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int element = text.indexOf("\u0008\u0000\u0005\u0000CS");
        String value = terms + (terms.length() % 2 == 0 ? "" : " ");
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(all, 0, element + 6);
        changed.write(value.length());
        changed.write(0);
        changed.write(value.getBytes(StandardCharsets.US_ASCII));
        int filler = text.indexOf("@".repeat(name.length), element);
        int rest = element + 8 + all[element + 6];
        changed.write(all, rest, filler - rest);
        changed.write(name);
        changed.write(all, filler + name.length, all.length - filler - name.length);
        Files.write(file, changed.toByteArray());
    }

    /** Masks and pictures of images that were compressed with loss say so, with a ratio even where the images give none. */
    @Test
    void compressionWithLossIsHandedOn() throws Exception {
        ScoringResult result = study().each(image -> image.text(LossyCompression.LossyImageCompression, "CS", "01")
                .text(LossyCompression.LossyImageCompressionMethod, "CS", "ISO_15444_1")).result(ScoredStudy.spine());
        List<Path> written = write(result);
        Validators.dciodvfy(written);
        int pictures = 0;
        for (Path file : written) {
            DicomObject object = codec.read(file, false);
            if (file.toString().matches(".*(seg|sc|units)\\.dcm")) {
                assertEquals("01", object.text(LossyCompression.LossyImageCompression), file.toString());
                assertEquals("ISO_15444_1", object.text(LossyCompression.LossyImageCompressionMethod), file.toString());
                assertEquals("1.0", object.text(LossyCompression.LossyImageCompressionRatio), file.toString());
                pictures++;
            }
        }
        assertTrue(pictures > 4);
    }

    @Test
    void theSameStudyGivesTheSameBytes() throws Exception {
        ScoringResult result = study().result(ScoredStudy.spine());
        List<byte[]> once = new ArrayList<>();
        for (Path file : write(result)) {
            once.add(Files.readAllBytes(file));
        }
        List<Path> again = write(result);
        for (int i = 0; i < again.size(); i++) {
            assertTrue(Arrays.equals(once.get(i), Files.readAllBytes(again.get(i))), again.get(i).toString());
        }
    }

    /** The images are the same, as where a late one was left out: nothing but the place of the result differs. */
    @Test
    void aResultInThePlaceOfAnotherHasNewObjectsAndNamesItsReport() throws Exception {
        ScoringResult result = study().result(ScoredStudy.spine());
        List<Path> first = write(result);
        Predecessor.Document before = new SrReportReader(codec).read(report(first)).document().orElseThrow();
        ScoringResult next = result.replacing(Optional.of(new Predecessor(OptionalInt.of(1), Optional.of(before))));
        List<Path> second = write(next);
        assertEquals(first.size(), second.size());
        Set<String> uids = new HashSet<>();
        for (Path file : Stream.concat(first.stream(), second.stream()).toList()) {
            assertTrue(uids.add(codec.read(file, false).text(Tag.SOPInstanceUID)), file.toString());
        }
        DicomObject object = codec.read(report(second), false);
        assertEquals(List.of(), codec.read(report(first), false).items(ResultTag.PredecessorDocumentsSequence));
        DicomObject study = object.items(ResultTag.PredecessorDocumentsSequence).get(0);
        assertEquals(result.study().studyInstanceUid(), study.text(Tag.StudyInstanceUID));
        DicomObject series = study.items(ResultTag.ReferencedSeriesSequence).get(0);
        assertEquals(before.seriesInstanceUid(), series.text(Tag.SeriesInstanceUID));
        assertEquals(before.sopInstanceUid(), series.items(ResultTag.ReferencedSOPSequence).get(0)
                .text(ResultTag.ReferencedSOPInstanceUID));
        assertEquals("UNVERIFIED", object.text(ResultTag.VerificationFlag));
        assertTrue(Arrays.equals(Files.readAllBytes(report(second)), Files.readAllBytes(report(write(next)))));
    }

    private static Path report(List<Path> written) {
        return written.stream().filter(file -> file.toString().endsWith(".sr.dcm")).findFirst().orElseThrow();
    }

    /** One process of PixelMed for all objects: it takes half a minute to start. */
    @Test
    void objectsAreValid() throws Exception {
        Path partImages = Files.createDirectory(images.resolve("part"));
        ScoringResult part = new ScoredStudy(partImages).result(SampleSpine.of(9, Vertebra.T5, Vertebra.L2).inTwoStations()
                .oedema(Vertebra.T7, 7, 0, 6, 0, 8));
        List<Path> ofPart = write(part);
        List<Path> ofVariant = write(new ScoredStudy(Files.createDirectory(images.resolve("variant")))
                .result(SampleSpine.of(NumericalVariant.T13)));
        List<Path> ofNone = write(new ScoredStudy(Files.createDirectory(images.resolve("none"))).withoutSpine());
        List<Path> ofRevision = write(part.replacing(Optional.of(new Predecessor(OptionalInt.of(1), new SrReportReader(codec)
                .read(report(ofPart)).document()))));
        List<Path> all = Stream.of(ofPart, ofVariant, ofNone, ofRevision).flatMap(List::stream).toList();
        Validators.dciodvfy(all);
        for (Path file : all) {
            if (file.toString().endsWith(".sr.dcm")) {
                Validators.dsrdump(file);
            }
        }
        try (Stream<Path> sources = Files.list(partImages)) {
            Validators.dcentvfy(Stream.concat(sources, ofPart.stream()));
        }
        Set<String> kinds = new HashSet<>();
        Validators.pixelmed(Stream.of(ofPart, ofNone, ofRevision).flatMap(List::stream)
                .filter(file -> file.toString().endsWith(".sr.dcm")
                        || file.toString().matches(".*(\\.seg|units)\\.dcm")
                        && kinds.add(file.getFileName().toString().replaceAll("\\d", "")))
                .toList());
    }

    private ScoredStudy study() {
        return new ScoredStudy(images);
    }

    private List<Path> write(ScoringResult result) throws Exception {
        Path target = Files.createTempDirectory(folder, "result");
        List<Path> written = new ArrayList<>();
        for (ReportWriter writer : writers) {
            written.addAll(writer.write(result, target));
        }
        return written;
    }
}
