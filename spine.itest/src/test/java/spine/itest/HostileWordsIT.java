package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

import spine.common.text.PlainText;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** A study of which every text is an attack goes through everything that the platform makes of studies. */
public class HostileWordsIT {
    private static final String SCRIPT = "</style></script><script>window.ran=1;alert(1)</script>"
            + "<img src='http://127.0.0.1:9/x' onerror='window.ran=1'>{{{ran}}}";
    private static final String TURNED = "\u202etxet desrever \u05d0\u05d1 e\u0301\u0301\u0301\u0301";
    private static final String CONTROLS = "\u001b[31mred\u0007\b\u009b2J";
    /** The most that a short length of DICOM holds. */
    private static final String LONG = "A".repeat(65_000);
    private static final String FORMATS = "json,html,csv,units,sr,seg,gsps,sc,nifti,pdf,pdf-dicom,key-images";
    private static final int ACCESSION_NUMBER = 0x00080050;
    private static final int INSTITUTION_NAME = 0x00080080;
    private static final int REFERRING_PHYSICIAN = 0x00080090;
    private static final int STATION_NAME = 0x00081010;
    private static final int STUDY_DESCRIPTION = 0x00081030;
    private static final int OPERATORS_NAME = 0x00081070;
    private static final int SEQUENCE_NAME = 0x00180024;
    private static final int STUDY_ID = 0x00200010;
    private static final int IMAGE_COMMENTS = 0x00204000;

    private final NativeDicomCodec codec = new NativeDicomCodec();
    private Path work;
    private Product product;

    @Before
    public void start() throws Exception {
        Assume.assumeTrue("chromium is not installed, pages are not opened", Files.exists(Chromium.PROGRAM));
        work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "words");
        product = new Product(work.resolve("home"));
    }

    @Test
    public void wordsOfAStudyAreShownAndDoNothing() throws Exception {
        run("--quiet", "phantom", "--profile", "shift", "--out", work.resolve("made").toString(), "--n", "1", "--seed", "4100",
                "--timepoints", "2");
        Path studies = work.resolve("studies").resolve("=1+1 <img src=x onerror=window.ran=1> " + TURNED);
        for (String time : List.of("1", "2")) {
            write(work.resolve("made").resolve("phantom-4100-" + time), studies.resolve(time));
        }
        Path out = work.resolve("out");
        Path results = out.resolve("results");
        run("score", studies.toString(), "--out", results.toString(), "--format", FORMATS, "--pseudonym");
        run("evaluate", "--truth", studies.toString(), "--pred", results.toString(), "--out", out.resolve("evaluation").toString());
        run("agree", table().toString(), "--out", out.resolve("agreement").toString());
        run("reader-study", "--readings", readings(results).toString(), "--pred", results.toString(), "--out",
                out.resolve("readers").toString());
        for (String page : List.of("results/index.html", "evaluation/evaluation.html", "agreement/agreement.html",
                "readers/reader-study.html")) {
            assertTrue(page, Files.exists(out.resolve(page)));
        }
        assertTrue("a comparison", Files.exists(page(results.resolve("comparisons"), "comparison.html")));
        try (Chromium browser = new Chromium(work.resolve("browser"))) {
            Map<String, Integer> seen = new HarmlessFiles(browser).check(out);
            assertTrue(seen.toString(), seen.keySet().containsAll(List.of("html", "csv", "json", "pdf", "dcm")) && seen.get("html") >= 7);
        }
        assertTrue("its words are there", Files.readString(page(results, "report.html")).contains("&lt;script&gt;window.ran"));
    }

    /** What is printed moves no cursor and turns no line. */
    private void run(String... command) throws Exception {
        Product.Outcome outcome = product.run(command);
        assertEquals(outcome.said(), 0, outcome.exitCode());
        assertEquals(PlainText.lines(outcome.said()), outcome.said());
    }

    private void write(Path made, Path study) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(made)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Path copy = study.resolve(made.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            if (file.getParent().getFileName().toString().startsWith("series-")) {
                DicomObject image = codec.read(file, true);
                try (OutputStream to = Files.newOutputStream(copy)) {
                    codec.write(hostile(image), to);
                }
            } else {
                Files.copy(file, copy);
            }
        }
    }

    /** What the results carry of their study, patient and order, has the lengths that it may have: it is handed on as it is. */
    private static DicomObject hostile(DicomObject image) {
        return image.text(Tag.SeriesDescription, "LO", image.text(Tag.SeriesDescription) + SCRIPT + TURNED)
                .text(STUDY_DESCRIPTION, "LO", "=1+1" + TURNED).text(Tag.PatientID, "LO", "=HYPERLINK(\"http://127.0.0.1:9\";\"x\")")
                .text(Tag.PatientName, "PN", "@SUM(A1)^" + TURNED + "<img src=x onerror=run>").text(ACCESSION_NUMBER, "SH", "-2+3+cmd|'!A0")
                .text(INSTITUTION_NAME, "LO", LONG).text(REFERRING_PHYSICIAN, "PN", "<script>window.ran=1;alert(1)</script>")
                .text(STATION_NAME, "SH", "\t=1").text(OPERATORS_NAME, "PN", TURNED).text(Tag.Manufacturer, "LO", "+cmd" + SCRIPT)
                .text(Tag.ManufacturerModelName, "LO", CONTROLS + TURNED)
                .text(SEQUENCE_NAME, "SH", TURNED + SCRIPT + CONTROLS).text(STUDY_ID, "SH", "@SUM(1)")
                .text(IMAGE_COMMENTS, "LT", LONG + SCRIPT).text(Tag.BodyPartExamined, "CS", "=SPINE" + SCRIPT);
    }

    /** Readings as a spreadsheet has them, with names of studies and readers that are attacks. */
    private Path table() throws IOException {
        List<String> lines = new ArrayList<>(List.of(field("study") + "," + field(SCRIPT) + "," + field("=1+1" + TURNED)));
        for (String study : Arrays.asList("@SUM(A1)", SCRIPT, TURNED, "-2+3", "a", "b", "c", "d")) {
            lines.add(field(study) + "," + lines.size() + "," + (lines.size() + lines.size() % 2));
        }
        return Files.write(work.resolve("readings.csv"), lines);
    }

    /** Of the studies that were scored, by readers and of patients whose names are attacks. */
    private Path readings(Path results) throws IOException {
        List<String> lines = new ArrayList<>(List.of("study,patient,timepoint,reader,total6"));
        try (Stream<Path> folders = Files.list(results)) {
            for (Path study : folders.filter(folder -> Files.exists(folder.resolve("report.json"))).sorted().toList()) {
                String patient = field("@SUM(A" + lines.size() + ")" + TURNED);
                for (String reader : List.of("<script>window.ran=1</script>", "=1+1" + TURNED)) {
                    lines.add(study.getFileName() + "," + patient + ",1," + field(reader) + "," + lines.size());
                }
            }
        }
        return Files.write(work.resolve("study-of-readers.csv"), lines);
    }

    private static String field(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static Path page(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
