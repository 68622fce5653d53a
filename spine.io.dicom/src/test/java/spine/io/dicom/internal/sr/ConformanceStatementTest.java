package spine.io.dicom.internal.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.api.score.Quadrant;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.ConformanceStatement;
import spine.io.dicom.internal.gsps.GspsReportWriter;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.ScoredStudy;
import spine.io.dicom.internal.result.SpineCodes;
import spine.io.dicom.internal.sc.ScReportWriter;
import spine.io.dicom.internal.seg.SegReportWriter;

/** What the conformance statement says of SOP classes and codes is what the code has and what the objects show, and all of it. */
class ConformanceStatementTest {
    private static final Set<String> PRIVATE = Set.of("99SPARCC", "99SPINE");

    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final Map<String, ReportWriter> writers = new TreeMap<>(Map.of("seg", new SegReportWriter(codec), "sr",
            new SrReportWriter(codec), "gsps", new GspsReportWriter(codec), "sc", new ScReportWriter(codec)));

    @TempDir
    private Path folder;

    @Test
    void standardCodesAreThoseOfTheCode() throws Exception {
        Set<String> known = new TreeSet<>(Set.of(row(SpineCodes.ANY_VERTEBRA), row(SpineCodes.ANY_DISC)));
        for (Class<?> type : List.of(SrCodes.class, CodedConcept.class)) {
            constants(type).stream().filter(code -> !PRIVATE.contains(code.scheme())).map(ConformanceStatementTest::row)
                    .forEach(known::add);
        }
        assertEquals(String.join("\n", known), String.join("\n", stated("### Standard codes written")));
    }

    @Test
    void privateCodesAreThoseOfTheCode() throws Exception {
        Set<String> known = new TreeSet<>();
        constants(SrCodes.class).stream().filter(code -> PRIVATE.contains(code.scheme())).map(ConformanceStatementTest::row)
                .forEach(known::add);
        for (Quadrant quadrant : Quadrant.values()) {
            known.add(row(UnitGroups.sign(quadrant)));
        }
        for (CodedConcept code : List.of(SrCodes.unit("INDEX"), SrCodes.slice("INDEX"), SrCodes.measure("INDEX", "NAME"),
                SrCodes.total("INDEX", "NAME"), SrCodes.end("INDEX", "NAME", false), SrCodes.end("INDEX", "NAME", true))) {
            known.add(row(code));
        }
        assertEquals(String.join("\n", known), String.join("\n", stated("### Private codes written")));
    }

    @Test
    void levelsHaveTheCodesOfTheTable() throws Exception {
        List<List<String>> rows = ConformanceStatement.table("### Levels");
        assertEquals(Stream.of(Vertebra.values()).filter(Vertebra::usual).map(Vertebra::name).toList(),
                rows.stream().map(row -> row.get(0)).toList());
        for (List<String> row : rows) {
            Vertebra level = Vertebra.valueOf(row.get(0));
            assertEquals(SpineCodes.vertebra(level).value(), row.get(1), row.get(0));
            Optional<DiscLevel> disc = DiscLevel.ALL.stream().filter(below -> below.upper() == level).findFirst();
            assertEquals(disc.map(below -> SpineCodes.disc(below).value()).orElse("–"), row.get(2), row.get(0));
        }
    }

    @Test
    void schemesAreThoseOfTheCodes() throws Exception {
        Set<String> used = Stream.of("### Standard codes written", "### Private codes written").flatMap(heading -> stated(heading).stream())
                .map(row -> row.substring(0, row.indexOf(' '))).collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> uids = new TreeMap<>();
        ConformanceStatement.table("### Coding schemes").forEach(row -> uids.put(row.get(0), row.get(2)));
        assertEquals(used, uids.keySet());
        for (DicomObject scheme : SrCodes.schemes()) {
            assertEquals(scheme.text(ResultTag.CodingSchemeUID), uids.remove(scheme.text(ResultTag.CodingSchemeDesignator)));
        }
        assertEquals(Set.of("–"), Set.copyOf(uids.values()));
    }

    /** One object of every kind: its class, the format that writes it, its codes, its private attributes, of which there are none. */
    @Test
    void objectsAreOfTheClassesAndHaveTheCodes() throws Exception {
        Set<String> classes = new TreeSet<>();
        for (Field constant : SopClass.class.getFields()) {
            classes.add((String) constant.get(null));
        }
        Map<String, String> written = new TreeMap<>();
        ConformanceStatement.table("## SOP classes").forEach(row -> written.put(row.get(0), row.get(3)));
        assertEquals(classes, written.keySet());

        Set<String> codes = new TreeSet<>(stated("### Standard codes written"));
        codes.addAll(stated("### Private codes written"));
        ConformanceStatement.table("### Levels").forEach(row -> codes.addAll(List.of("SCT " + row.get(1), "SCT " + row.get(2))));
        Map<String, Set<String>> formats = new TreeMap<>();
        ScoringResult result = new ScoredStudy(Files.createDirectory(folder.resolve("images"))).result(ScoredStudy.spine());
        for (Map.Entry<String, ReportWriter> writer : writers.entrySet()) {
            assertEquals(writer.getKey(), writer.getValue().getClass().getSimpleName().replace("ReportWriter", "")
                    .toLowerCase(Locale.ROOT));
            for (Path file : writer.getValue().write(result, Files.createDirectory(folder.resolve(writer.getKey())))) {
                DicomObject object = codec.read(file, false);
                formats.computeIfAbsent(object.text(Tag.SOPClassUID), any -> new TreeSet<>()).add(writer.getKey());
                check(object, codes);
            }
        }
        formats.forEach((uid, of) -> assertEquals(of, new TreeSet<>(List.of(written.get(uid).split(", "))), uid));
        written.keySet().removeAll(formats.keySet());
        // Its pages come from another bundle: PdfDicomReportWriterTest.
        assertEquals("pdf-dicom", written.remove(SopClass.ENCAPSULATED_PDF_STORAGE));
        assertEquals(Set.of("–"), Set.copyOf(written.values()));
    }

    private static void check(DicomObject object, Set<String> codes) {
        for (DicomElement element : object.elements()) {
            assertEquals(0, element.tag() >>> 16 & 1, "a private attribute: " + Integer.toHexString(element.tag()));
            object.items(element.tag()).forEach(item -> check(item, codes));
        }
        if (!object.text(ResultTag.CodeMeaning).isEmpty()) {
            CodedConcept code = CodedConcept.of(object);
            String words = row(code).replaceFirst("(sparcc|berlin)/", "INDEX/").replaceFirst("/(unit|total|lower|upper)/\\w+", "/$1/NAME");
            String start = words.replaceFirst("^(\\S+ \\S+).*", "$1");
            assertTrue(codes.stream().anyMatch(known -> known.equals(start) || known.startsWith(start + " ")), words);
        }
    }

    private static List<CodedConcept> constants(Class<?> type) throws IllegalAccessException {
        List<Field> fields = Stream.of(type.getDeclaredFields()).filter(field -> field.getType() == CodedConcept.class).toList();
        List<CodedConcept> codes = new ArrayList<>();
        for (Field field : fields) {
            field.setAccessible(true);
            codes.add((CodedConcept) field.get(null));
        }
        return codes;
    }

    private static String row(CodedConcept code) {
        return code.scheme() + " " + code.value() + " " + code.meaning();
    }

    private static Set<String> stated(String heading) {
        try {
            return ConformanceStatement.table(heading).stream().map(row -> String.join(" ", row))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
