package spine.deidentify.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.deidentification.DeidentificationResult;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

class ProfileDeidentificationTest {
    private static final int REFERENCED_IMAGES = 0x00081140;
    private static final int REFERENCED_INSTANCE = 0x00081155;
    private static final int REFERENCED_CLASS = 0x00081150;
    private static final int BURNED_IN = 0x00280301;
    private static final int LONGITUDINAL = 0x00280303;
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";

    @TempDir
    private Path folder;
    private Path in;
    private Path key;

    @BeforeEach
    void place() {
        in = folder.resolve("in");
        key = folder.resolve("key");
    }

    private DicomObject put(String name, DicomObject image) throws IOException {
        DeidentifiedStudy.write(in.resolve(name), image);
        return image;
    }

    private static DicomObject image(String instance) {
        return DeidentifiedStudy.image("4711", "1.2.3", "1.2.3.4", instance, 1);
    }

    private DeidentificationResult run(String target) throws Exception {
        return DeidentifiedStudy.run(in, folder.resolve(target), key, false, false);
    }

    private DicomObject only(String target) throws Exception {
        List<DicomObject> images = DeidentifiedStudy.images(folder.resolve(target));
        assertEquals(1, images.size());
        return images.get(0);
    }

    @Test
    void noMarkerRemains() throws Exception {
        DicomObject marked = MarkedImage.fill(image("1.2.3.4.5"));
        Files.createDirectories(in);
        Files.write(in.resolve("a.dcm"), MarkedImage.file(marked));
        assertFalse(MarkedImage.found(Files.readAllBytes(in.resolve("a.dcm"))).isEmpty());
        for (boolean dates : new boolean[] {false, true}) {
            DeidentificationResult result = DeidentifiedStudy.run(in, folder.resolve("out" + dates), key, false, dates);
            assertEquals(1, result.images());
            assertEquals(List.of(), MarkedImage.found(result.toString().replace(folder.toString(), "").getBytes(StandardCharsets.UTF_8)));
            for (Path file : DeidentifiedStudy.files(folder.resolve("out" + dates))) {
                List<String> found = MarkedImage.found(Files.readAllBytes(file));
                // Times are kept where dates are moved.
                assertEquals(dates && file.toString().endsWith(".dcm") ? List.of("123459.871") : List.of(), found, file.toString());
                assertEquals(List.of(), MarkedImage.found(file.toString().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void pixelsAndWhatReadersNeedStay() throws Exception {
        DicomObject source = put("a.dcm", image("1.2.3.4.5"));
        run("out");
        DicomObject image = only("out");
        assertArrayEquals(source.element(Tag.PixelData).orElseThrow().bytes(), image.element(Tag.PixelData).orElseThrow().bytes());
        assertEquals("sag STIR HWS", image.text(Tag.SeriesDescription));
        assertEquals("UNKNOWN", image.text(Tag.ProtocolName));
        assertEquals(MR, image.text(Tag.SOPClassUID));
        assertEquals("YES", image.text(0x00120062));
        assertEquals("REMOVED", image.text(LONGITUDINAL));
        assertEquals(List.of("113100", "113105", "113111"), image.items(0x00120064).stream().map(item -> item.text(0x00080100)).toList());
        assertTrue(image.text(Tag.PatientName).matches("P[0-9A-F]{15}"));
        assertEquals(image.text(Tag.PatientName), image.text(Tag.PatientID));
        assertEquals("", image.text(Tag.PatientBirthDate));
        assertEquals("", image.text(Tag.StudyDate));
        assertEquals("19000101", image.text(Tag.SeriesDate));
    }

    @Test
    void theSameKeyGivesTheSameBytesAndAnotherKeyOtherIdentifiers() throws Exception {
        put("a.dcm", image("1.2.3.4.5"));
        assertTrue(run("one").keyMade());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertFalse(run("two").keyMade());
        List<Path> one = DeidentifiedStudy.files(folder.resolve("one"));
        List<Path> two = DeidentifiedStudy.files(folder.resolve("two"));
        assertEquals(one.stream().map(folder.resolve("one")::relativize).toList(),
                two.stream().map(folder.resolve("two")::relativize).toList());
        for (int i = 0; i < one.size(); i++) {
            assertEquals(-1, Files.mismatch(one.get(i), two.get(i)));
        }
        DeidentifiedStudy.run(in, folder.resolve("three"), folder.resolve("other"), false, false);
        for (int tag : new int[] {Tag.PatientID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID}) {
            assertNotEquals(only("one").text(tag), only("three").text(tag));
        }
    }

    @Test
    void referencesAndPatientsBelongTogetherAcrossRuns() throws Exception {
        put("a/1.dcm", image("1.2.3.4.5"));
        Path later = folder.resolve("later");
        DicomObject referring = DeidentifiedStudy.image("4711", "1.2.4", "1.2.4.4", "1.2.4.4.5", 1).sequence(REFERENCED_IMAGES,
                new DicomObject().text(REFERENCED_CLASS, "UI", MR).text(REFERENCED_INSTANCE, "UI", "1.2.3.4.5"));
        DeidentifiedStudy.write(later.resolve("x"), referring);
        DeidentifiedStudy.write(later.resolve("y"), DeidentifiedStudy.image("4712", "1.2.5", "1.2.5.4", "1.2.5.4.5", 1));
        run("first");
        DeidentificationResult result = DeidentifiedStudy.run(later, folder.resolve("second"), key, false, false);
        assertEquals(2, result.patients());
        assertEquals(2, result.studies());
        DicomObject first = only("first");
        DicomObject second = DeidentifiedStudy.images(folder.resolve("second")).stream()
                .filter(image -> image.element(REFERENCED_IMAGES).isPresent()).findFirst().orElseThrow();
        DicomObject reference = second.items(REFERENCED_IMAGES).get(0);
        assertEquals(first.text(Tag.SOPInstanceUID), reference.text(REFERENCED_INSTANCE));
        assertEquals(MR, reference.text(REFERENCED_CLASS));
        assertEquals(first.text(Tag.PatientID), second.text(Tag.PatientID));
        assertTrue(first.text(Tag.SOPInstanceUID).matches("2\\.25\\.[0-9]{30,39}"));
    }

    @Test
    void datesMoveByTheSameDaysEverywhereInAPatient() throws Exception {
        DicomObject nested = new DicomObject().text(0x00189074, "DT", "20240305101112.5+0100").text(Tag.PatientBirthDate, "DA", "19600229");
        put("a.dcm", image("1.2.3.4.5").sequence(0x00209111, nested));
        put("b.dcm", DeidentifiedStudy.image("4711", "1.2.9", "1.2.9.4", "1.2.9.4.5", 2).text(Tag.StudyDate, "DA", "2024.03.10")
                .text(Tag.SeriesDate, "DA", "202403"));
        DeidentifiedStudy.run(in, folder.resolve("out"), key, false, true);
        List<DicomObject> images = DeidentifiedStudy.images(folder.resolve("out"));
        DicomObject a = images.stream().filter(image -> image.integer(Tag.InstanceNumber, 0) == 1).findFirst().orElseThrow();
        DicomObject b = images.stream().filter(image -> image.integer(Tag.InstanceNumber, 0) == 2).findFirst().orElseThrow();
        long days = days(a.text(Tag.StudyDate), "20240229");
        assertTrue(days >= 1 && days <= 3652, days + " days");
        assertEquals(days, days(a.text(Tag.SeriesDate), "20240301"));
        assertEquals(days, days(b.text(Tag.StudyDate), "20240310"));
        assertEquals("19000101", b.text(Tag.SeriesDate));
        String time = a.items(0x00209111).get(0).text(0x00189074);
        assertEquals(days, days(time.substring(0, 8), "20240305"));
        assertEquals("101112.5+0100", time.substring(8));
        assertEquals("101112", a.text(Tag.StudyTime));
        assertEquals("", a.text(Tag.PatientBirthDate));
        assertEquals("MODIFIED", a.text(LONGITUDINAL));
    }

    private static long days(String from, String to) {
        DateTimeFormatter form = DateTimeFormatter.BASIC_ISO_DATE;
        return ChronoUnit.DAYS.between(LocalDate.parse(from, form), LocalDate.parse(to, form));
    }

    @Test
    void uidsAreRetainedOnDemand() throws Exception {
        put("a.dcm", image("1.2.3.4.5"));
        DeidentifiedStudy.run(in, folder.resolve("out"), key, true, false);
        assertEquals("1.2.3.4.5", only("out").text(Tag.SOPInstanceUID));
        assertTrue(Files.exists(folder.resolve("out/1.2.3/1.2.3.4/1.2.3.4.5.dcm")));
        assertNotEquals("4711", only("out").text(Tag.PatientID));
    }

    @Test
    void fragmentsStayAsTheyAre() throws Exception {
        byte[] even = {1, 2, 3, 4};
        byte[] table = {0, 0, 0, 0};
        DicomObject image = image("1.2.3.4.5").text(Tag.TransferSyntaxUID, "UI", "1.2.840.10008.1.2.5");
        put("a.dcm", image.put(DicomElement.encapsulated(Tag.PixelData, List.of(table, even, even))));
        run("out");
        DicomObject written = only("out");
        assertEquals("1.2.840.10008.1.2.5", written.text(Tag.TransferSyntaxUID));
        List<byte[]> fragments = written.element(Tag.PixelData).orElseThrow().fragments();
        assertEquals(3, fragments.size());
        assertArrayEquals(table, fragments.get(0));
        assertArrayEquals(even, fragments.get(1));
        assertArrayEquals(even, fragments.get(2));
    }

    @Test
    void compressedPixelsOfUnknownSyntaxAreRefused() throws Exception {
        Path file = DeidentifiedStudy.write(in.resolve("a.dcm"), image("1.2.3.4.5").text(Tag.TransferSyntaxUID, "UI", "1.2.3.4")
                .put(DicomElement.encapsulated(Tag.PixelData, List.of(new byte[0], new byte[4]))));
        assertRefused(file + " does not say how its pixels are compressed", in, folder.resolve("out"), key);
    }

    @Test
    void scaleOfPhilipsStaysAndItsNeighboursGo() throws Exception {
        byte[] slope = {0, 0, (byte) 0x80, 0x3f};
        put("a.dcm", image("1.2.3.4.5").text(0x20050010, "LO", "Philips MR Imaging DD 001")
                .put(DicomElement.of(0x2005100E, "FL", slope)).text(0x20051011, "LO", "Huber").text(0x20050011, "LO", "Huber GmbH")
                .text(0x20051101, "LO", "Huber"));
        run("out");
        DicomObject written = only("out");
        assertArrayEquals(slope, written.element(0x2005100E).orElseThrow().bytes());
        assertEquals("Philips MR Imaging DD 001", written.text(0x20050010));
        for (int tag : new int[] {0x20051011, 0x20050011, 0x20051101}) {
            assertTrue(written.element(tag).isEmpty());
        }
    }

    @Test
    void shortTextThatTheTableDoesNotListBecomesADummy() throws Exception {
        int contentLabel = 0x00700080;
        int windowExplanation = 0x00281055;
        int calibration = 0x00280A04;
        int sequenceName = 0x00180024;
        put("a.dcm", image("1.2.3.4.5").text(contentLabel, "CS", "HUBER").text(windowExplanation, "LO", "Huber")
                .text(calibration, "LO", "Huber").text(sequenceName, "SH", "*tir2d1_15").text(Tag.Manufacturer, "LO", "SIEMENS"));
        run("out");
        DicomObject written = only("out");
        for (int tag : new int[] {contentLabel, windowExplanation, calibration}) {
            assertEquals("UNKNOWN", written.text(tag));
        }
        assertEquals("*tir2d1_15", written.text(sequenceName));
        assertEquals("SIEMENS", written.text(Tag.Manufacturer));
    }

    @Test
    void meaningsOfLocalCodesBecomeDummies() throws Exception {
        int anatomicRegion = 0x00082218;
        int value = 0x00080100;
        int scheme = 0x00080102;
        int meaning = 0x00080104;
        put("a.dcm", image("1.2.3.4.5").sequence(anatomicRegion,
                new DicomObject().text(value, "SH", "421060004").text(scheme, "SH", "SCT").text(meaning, "LO", "Spine"),
                new DicomObject().text(value, "SH", "WS").text(scheme, "SH", "99HOSPITAL").text(meaning, "LO", "Spine Huber"),
                new DicomObject().text(value, "SH", "WS").text(meaning, "LO", "Spine Huber")));
        run("out");
        List<DicomObject> codes = only("out").element(anatomicRegion).orElseThrow().items();
        assertEquals(List.of("Spine", "UNKNOWN", "UNKNOWN"), codes.stream().map(code -> code.text(meaning)).toList());
        assertEquals("WS", codes.get(1).text(value));
    }

    @Test
    void imagesWithTextInTheirPixelsAreLeftOut() throws Exception {
        put("good.dcm", image("1.2.3.4.5"));
        put("burned.dcm", image("1.2.3.4.6").text(BURNED_IN, "CS", "YES"));
        put("capture.dcm", image("1.2.3.4.7").text(Tag.SOPClassUID, "UI", "1.2.840.10008.5.1.4.1.1.7"));
        put("clean-capture.dcm", image("1.2.3.4.8").text(Tag.SOPClassUID, "UI", "1.2.840.10008.5.1.4.1.1.7").text(BURNED_IN, "CS", "NO"));
        put("overlay.dcm", image("1.2.3.4.9").unsignedShorts(0x60000100, 16).unsignedShorts(0x60000102, 15));
        put("report.dcm", image("1.2.3.4.10").remove(Tag.PixelData));
        put("private.dcm", image("1.2.3.4.11").text(Tag.SOPClassUID, "UI", "1.3.12.2.1107.5.9.1"));
        DeidentificationResult result = run("out");
        assertEquals(2, result.images());
        assertEquals(5, result.leftOut().size());
        assertEquals(1, result.warnings().size());
        assertEquals(List.of(), result.unusable());
        String report = Files.readString(folder.resolve("out/deidentification.json"));
        assertFalse(report.contains("burned.dcm"));
        assertFalse(report.contains("1.2.3.4.6"));
        assertTrue(report.contains("BurnedInAnnotation is YES"));
    }

    @Test
    void textWhereNoneBelongsIsNotKept() throws Exception {
        byte[] text = "Miller, Anna".getBytes(StandardCharsets.US_ASCII);
        put("a.dcm", image("Miller").text(Tag.StudyTime, "TM", "Miller").text(Tag.EchoTime, "DS", "Miller")
                .put(DicomElement.of(REFERENCED_IMAGES, "UN", text)).put(DicomElement.of(0x00189114, "UN", text))
                .put(DicomElement.of(0x20050E0F, "UN", text)));
        DeidentifiedStudy.run(in, folder.resolve("out"), key, true, true);
        for (Path file : DeidentifiedStudy.files(folder.resolve("out"))) {
            assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("Miller"), file.toString());
        }
        assertEquals("", only("out").text(Tag.EchoTime));
    }

    @Test
    void aDamagedFileCostsNoOther() throws Exception {
        put("good.dcm", image("1.2.3.4.5"));
        Path cut = DeidentifiedStudy.write(in.resolve("cut.dcm"), image("1.2.3.4.6"));
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 8));
        Files.writeString(in.resolve("Müller.txt"), "name of a patient");
        DeidentificationResult result = run("out");
        assertEquals(1, result.images());
        assertEquals(1, result.notDicom());
        assertEquals(1, result.unusable().size());
        assertTrue(result.unusable().get(0).contains("cut.dcm"));
        assertEquals(2, DeidentifiedStudy.files(folder.resolve("out")).size());
    }

    @Test
    void imagesOfOneUidAreAllKeptAndCopiesAreNot() throws Exception {
        put("a.dcm", image("1.2.3.4.5"));
        put("b.dcm", image("1.2.3.4.5"));
        put("c.dcm", image("1.2.3.4.5").integers(Tag.InstanceNumber, 9));
        DeidentificationResult result = run("out");
        assertEquals(2, result.images());
        assertEquals(1, result.leftOut().size());
    }

    @Test
    void missingUidsAreFilledIn() throws Exception {
        put("a.dcm", image("1.2.3.4.5").text(Tag.StudyInstanceUID, "UI").text(Tag.SeriesInstanceUID, "UI"));
        put("b.dcm", image("1.2.3.4.6").text(Tag.StudyInstanceUID, "UI").text(Tag.SeriesInstanceUID, "UI"));
        DeidentificationResult result = run("out");
        assertEquals(1, result.studies());
        assertEquals(1, result.warnings().size());
        List<DicomObject> images = DeidentifiedStudy.images(folder.resolve("out"));
        assertEquals(images.get(0).text(Tag.SeriesInstanceUID), images.get(1).text(Tag.SeriesInstanceUID));
    }

    @Test
    void whatCannotBeDoneIsSaid() throws Exception {
        put("a.dcm", image("1.2.3.4.5"));
        Path out = folder.resolve("out");
        Path little = Files.writeString(folder.resolve("short"), "secret");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused("nothing does not exist", folder.resolve("nothing"), out, key);
        assertRefused("lie in each other", in, in.resolve("out"), key);
        assertRefused("would lie beside the images", in, out, out.resolve("key"));
        assertRefused("not a file of 16", in, out, little);
        assertRefused("cannot be written", in, out, little.resolve("key"));
        assertRefused("no image", empty, out, key);
        assertRefused("Nothing can be written", in, little.resolve("out"), key);
        assertThrows(FileAlreadyExistsException.class, () -> DeidentifiedStudy.run(in, little, key, false, false));
        assertFalse(Files.exists(out));
    }

    private static void assertRefused(String reason, Path source, Path target, Path secret) {
        String message = assertThrows(UnusableInputException.class, () -> DeidentifiedStudy.run(source, target, secret, false, false))
                .getMessage();
        assertTrue(message.contains(reason), message);
    }
}
