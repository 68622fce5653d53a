package spine.report.pdf.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.LesionMap;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.report.internal.print.PrintableReportPage;

class PdfReportWriterTest {
    /** A script, a formula, marks that turn the direction of writing, letters that no font of the document has. */
    private static final String HOSTILE = "<script>alert(1)</script> =HYPERLINK(\"x\") \u202egnp.exe ]]> &amp; "
            + "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u810a\u67f1 \ud840\udc00";

    @TempDir
    Path folder;

    @BeforeAll
    static void judge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void veraPdfFindsItValid() throws Exception {
        byte[] document = written(result(1000));
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(document), PDFAFlavour.PDFA_2_A)) {
            ValidationResult judgement = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_A, false).validate(parser);
            assertTrue(judgement.isCompliant(), () -> judgement.getTestAssertions().stream().limit(5).map(Object::toString)
                    .collect(Collectors.joining("\n")));
        }
    }

    @Test
    void wordsFromOutsideAreWordsAndNothingElse() throws Exception {
        byte[] document = written(result(1000));
        try (PDDocument pdf = Loader.loadPDF(document)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertTrue(text.contains("<script>alert(1)</script> =HYPERLINK(\"x\") \\u202egnp.exe"), text);
            assertTrue(text.contains("\\u810a\\u67f1 \\u{20000}"), text);
            assertTrue(pdf.getDocumentCatalog().getOpenAction() == null && pdf.getDocumentCatalog().getNames() == null);
            assertFalse(new String(document, StandardCharsets.ISO_8859_1).contains("/JavaScript"));
        }
    }

    @Test
    void whenItWasWrittenAndHowLongThatTookIsNotInIt() throws Exception {
        byte[] document = written(result(1000));
        assertArrayEquals(document, written(result(2000)));
        try (PDDocument pdf = Loader.loadPDF(document)) {
            assertEquals(null, pdf.getDocumentInformation().getCreationDate());
            assertEquals(null, pdf.getDocumentInformation().getModificationDate());
        }
    }

    private byte[] written(ScoringResult result) throws Exception {
        List<Path> files = new PdfReportWriter(new PrintableReportPage()).write(result, folder);
        assertEquals(List.of(folder.resolve("report.pdf")), files);
        return Files.readAllBytes(files.get(0));
    }

    private static ScoringResult result(long ms) {
        SlicePlane plane = new SlicePlane(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
        SliceStack stack = new SliceStack("1.2.3.1", "", HOSTILE, new Acquisition(4000, 60, 160, 1.5, 4, HOSTILE),
                List.of(new Slice("1.2.3.1.1", "1.2.840.10008.5.1.4.1.1.4", plane, 40, 30, new float[40 * 30], Optional.empty())));
        SpineAnatomy anatomy = new SpineAnatomy(List.of(new StackAnatomy(new byte[1][40 * 30], new byte[1][40 * 30], List.of(), List.of())),
                DiscLevel.ALL.stream().map(DiscovertebralUnit::absent).toList(), List.of());
        Score score = new Score("sparcc", "1.0.0", Map.of("total23", 0.0), List.of(),
                anatomy.units().stream().map(UnitScore::zero).toList(), List.of());
        return new ScoringResult(new Study("1.2.3", List.of(stack), List.of()), List.of(), anatomy, List.of(LesionMap.none(stack)),
                List.of(), List.of(score), List.of(HOSTILE), new Timing(ms, 0, 0, 0, 0, 0));
    }
}
