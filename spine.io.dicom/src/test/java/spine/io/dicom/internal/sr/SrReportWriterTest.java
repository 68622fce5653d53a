package spine.io.dicom.internal.sr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.anatomy.Vertebra;
import spine.api.report.ScoringResult;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.ScoredStudy;
import spine.io.dicom.internal.seg.SegMaskReader;
import spine.tck.SampleSpine;

class SrReportWriterTest {
    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final SrReportWriter writer = new SrReportWriter(codec);

    @TempDir
    private Path images;
    @TempDir
    private Path folder;

    @Test
    void aGroupForEachUnitAndForEachTotal() throws Exception {
        List<Path> written = write(ScoredStudy.spine());
        assertEquals(List.of("units.dcm", "report.sr.dcm"), written.stream().map(file -> file.getFileName().toString()).toList());
        List<ContentNode> groups = groups(written.get(1));
        List<String> tracking = groups.stream().map(group -> group.text(SrCodes.TRACKING_ID)).toList();
        assertEquals(26, groups.size());
        assertEquals("DVU-01 C2/3", tracking.get(0));
        assertEquals("DVU-23 L5/S1", tracking.get(22));
        assertEquals(List.of("SPARCC spine total (23 DVU)", "berlin total (23 DVU)", "Inflammation by image"), tracking.subList(23, 26));
        assertEquals(8, groups.get(23).number(SrCodes.total("sparcc", "total23")));
        assertEquals(new CodedConcept("SPARCC-TOTAL", "99SPARCC", "SPARCC spine inflammation total score"),
                SrCodes.total("sparcc", "total23"));
        assertEquals(4, groups.get(12).number(SrCodes.unit("sparcc")));
        assertEquals(0, groups.get(3).number(SrCodes.unit("sparcc")));
        assertEquals("28693002", groups.get(12).children(SrCodes.FINDING_SITE).get(0).code().value());
        List<String> parameters = groups.get(12).children(SrCodes.unit("sparcc")).get(0).children(SrCodes.ALGORITHM_PARAMETERS).stream()
                .map(ContentNode::text).toList();
        assertEquals(List.of("anatomy model spine.model.vbivd 1.0.0, weights SHA-256 " + "0".repeat(64),
                "oedema model spine.model.bmo 1.0.0, weights SHA-256 " + "1".repeat(64)), parameters);
    }

    /** Nobody else checks these: dicom-encoding of the project, section 8. */
    @Test
    void everyReferenceHolds() throws Exception {
        List<Path> written = write(SampleSpine.of(5, Vertebra.T5, Vertebra.L1).inTwoStations());
        DicomObject segmentation = codec.read(written.get(0), true);
        DicomObject report = codec.read(written.get(1), true);
        Set<String> evidence = new HashSet<>();
        report.items(ResultTag.CurrentRequestedProcedureEvidenceSequence).get(0).items(ResultTag.ReferencedSeriesSequence)
                .forEach(series -> series.items(ResultTag.ReferencedSOPSequence)
                        .forEach(item -> evidence.add(item.text(ResultTag.ReferencedSOPInstanceUID))));
        List<DicomObject> references = new ArrayList<>();
        collect(report.element(ResultTag.ContentSequence).orElseThrow(), ResultTag.ReferencedSOPSequence, references);
        assertTrue(references.size() > 30);
        references.forEach(item -> assertTrue(evidence.contains(item.text(ResultTag.ReferencedSOPInstanceUID))));
        int segments = segmentation.items(ResultTag.SegmentSequence).size();
        assertEquals(9, segments);
        references.stream().filter(item -> item.element(ResultTag.ReferencedSegmentNumber).isPresent()).forEach(item -> {
            assertEquals(segmentation.text(Tag.SOPInstanceUID), item.text(ResultTag.ReferencedSOPInstanceUID));
            assertTrue(item.integer(ResultTag.ReferencedSegmentNumber, 0) <= segments);
        });
        Set<String> series = new HashSet<>();
        segmentation.items(ResultTag.ReferencedSeriesSequence).forEach(of -> of.items(ResultTag.ReferencedInstanceSequence)
                .forEach(item -> series.add(item.text(ResultTag.ReferencedSOPInstanceUID))));
        List<DicomObject> sources = new ArrayList<>();
        collect(segmentation.element(ResultTag.PerFrameFunctionalGroupsSequence).orElseThrow(), ResultTag.SourceImageSequence, sources);
        sources.forEach(item -> assertTrue(series.contains(item.text(ResultTag.ReferencedSOPInstanceUID))));
        assertTrue(evidence.containsAll(series));
        for (DicomObject object : List.of(segmentation, report)) {
            assertTrue(object.text(0x00020013).length() <= 16);
            assertTrue(object.text(Tag.SOPInstanceUID).length() <= 64);
        }
        for (ContentNode group : groups(written.get(1))) {
            assertTrue(!group.text(SrCodes.TRACKING_ID).isEmpty() && group.children(SrCodes.TRACKING_UID).size() == 1);
        }
    }

    @Test
    void absentUnitsAreNotAttemptedAndPointToTheSpine() throws Exception {
        List<Path> written = write(SampleSpine.of(5, Vertebra.T5, Vertebra.L1));
        ContentNode absent = groups(written.get(1)).get(0);
        for (String index : List.of("sparcc", "berlin")) {
            assertEquals(List.of(CodedConcept.dcm("114007", "Measurement not attempted")),
                    absent.children(SrCodes.unit(index)).stream().map(ContentNode::code).toList());
        }
        DicomObject segmentation = codec.read(written.get(0), false);
        int segment = absent.children(SrCodes.SEGMENT).get(0).item().items(ResultTag.ReferencedSOPSequence).get(0)
                .integer(ResultTag.ReferencedSegmentNumber, 0);
        assertEquals("spine", segmentation.items(ResultTag.SegmentSequence).get(segment - 1).text(ResultTag.SegmentLabel));
        List<String> labels = segmentation.items(ResultTag.SegmentSequence).stream().map(item -> item.text(ResultTag.SegmentLabel))
                .toList();
        assertEquals(List.of("T5/6", "T6/7", "T7/8", "T8/9", "T9/10", "T10/11", "T11/12", "T12/L1", "spine"), labels);
        ContentNode present = groups(written.get(1)).get(12);
        assertEquals(3, present.children(SrCodes.SEGMENT).get(0).item().items(ResultTag.ReferencedSOPSequence).get(0)
                .integer(ResultTag.ReferencedSegmentNumber, 0));
        assertEquals(segmentation.items(ResultTag.SegmentSequence).get(2).text(ResultTag.TrackingUID),
                present.children(SrCodes.TRACKING_UID).get(0).item().text(ResultTag.UID));
    }

    /** They repeat discs of the anatomy, and frames of stacks of several sizes are as large as the largest. */
    @Test
    void theSegmentsOfAReportTeachNothing() throws Exception {
        Path segments = write(SampleSpine.of(5, Vertebra.T5, Vertebra.L1)).get(0);
        SegMaskReader masks = new SegMaskReader(codec);
        assertEquals(Set.of(), masks.classes(segments));
        assertEquals(List.of(), masks.readClasses(segments, List.of()));
        assertEquals("T5/6", masks.read(segments).get(0).label());
    }

    @Test
    void theSameResultGivesTheSameBytesAndAnotherPatientAnotherObject() throws Exception {
        ScoringResult result = new ScoredStudy(images).result(ScoredStudy.spine());
        Path report = writer.write(result, folder).get(1);
        byte[] once = Files.readAllBytes(report);
        String uid = codec.read(report, false).text(Tag.SOPInstanceUID);
        assertArrayEquals(once, Files.readAllBytes(writer.write(result, folder).get(1)));
        ScoringResult renamed = new ScoredStudy(images).each(image -> image.text(Tag.PatientName, "PN", "Other"))
                .result(ScoredStudy.spine());
        assertNotEquals(uid, codec.read(writer.write(renamed, folder).get(1), false).text(Tag.SOPInstanceUID));
    }

    @Test
    void imagesWithoutASpineGetAReportThatSaysSo() throws Exception {
        List<Path> written = writer.write(new ScoredStudy(images).withoutSpine(), folder);
        assertEquals(List.of(folder.resolve("report.sr.dcm")), written);
        ContentNode root = new ContentNode(codec.read(written.get(0), true));
        assertEquals(List.of(), root.children(SrCodes.MEASUREMENTS));
        assertEquals("The images show a knee.", root.children(SrCodes.QUALITATIVE).get(0).text(SrCodes.COMMENT));
    }

    private List<Path> write(SampleSpine spine) throws Exception {
        return writer.write(new ScoredStudy(images).result(spine), folder);
    }

    private List<ContentNode> groups(Path report) throws Exception {
        return new ContentNode(codec.read(report, true)).children(SrCodes.MEASUREMENTS).get(0).children(SrCodes.GROUP);
    }

    private static void collect(DicomElement element, int sequence, List<DicomObject> into) {
        for (DicomObject item : element.items()) {
            into.addAll(item.items(sequence));
            item.elements().stream().filter(inner -> inner.items() != null).forEach(inner -> collect(inner, sequence, into));
        }
    }
}
