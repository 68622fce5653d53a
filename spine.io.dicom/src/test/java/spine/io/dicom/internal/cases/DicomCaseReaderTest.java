package spine.io.dicom.internal.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.SeriesChoice;
import spine.api.image.Study;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.LesionMap;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;
import spine.dicom.Tag;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.seg.SegReportWriter;
import spine.io.dicom.internal.study.DicomStudyReader;
import spine.io.dicom.internal.study.SyntheticSeries;

class DicomCaseReaderTest {
    private static final Consumer<String> NOBODY = remark -> { };

    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final DicomCaseReader reader = new DicomCaseReader(codec, new DecodedImages(codec));

    @TempDir
    private Path data;

    @Test
    void codedSegmentsBecomeClasses() throws Exception {
        annotate(study("one", "A"), true, true);
        AnnotatedStack anatomy = reader.find(data, "vbivd", NOBODY).patient(0, "vbivd").get(0);
        assertEquals(List.of("background", "vertebra", "disc", "c2", "s1", "sacrum", "canal"), anatomy.truth().classes());
        assertEquals(3, anatomy.truth().labels()[0][0], "C2");
        assertEquals(1, anatomy.truth().labels()[1][2], "T7");
        assertEquals(2, anatomy.truth().labels()[1][3], "T7/8");
        assertEquals(4, anatomy.truth().labels()[3][1], "S1");
        assertEquals(0, anatomy.truth().labels()[4][1]);
        AnnotatedStack oedema = reader.find(data, "bmo", NOBODY).patient(0, "bmo").get(0);
        assertEquals(List.of("background", "oedema"), oedema.truth().classes());
        assertEquals(1, oedema.truth().labels()[1][2]);
        assertEquals(0, oedema.truth().labels()[0][0]);
    }

    @Test
    void studiesOfOnePatientAreOneCase() throws Exception {
        annotate(study("first", "A"), true, true);
        annotate(study("second", "B"), true, false);
        annotate(study("third", "A"), true, false);
        annotate(study("fourth", ""), true, false);
        TrainingCases cases = reader.find(data, "bmo", NOBODY);
        assertEquals(3, cases.size());
        assertTrue(cases.description().startsWith("4 annotated STIR studies of 3 patients (data set "), cases.description());
        assertEquals(4, cases.patient(0, "bmo").size() + cases.patient(1, "bmo").size() + cases.patient(2, "bmo").size());
        assertEquals(cases.description(), reader.find(data, "bmo", NOBODY).description());
    }

    @Test
    void otherMasksAreOtherData() throws Exception {
        Path study = study("one", "A");
        annotate(study, true, true);
        String before = reader.find(data, "vbivd", NOBODY).description();
        annotate(study, true, false);
        Files.delete(study.resolve("oedema-1.seg.dcm"));
        assertNotEquals(before, reader.find(data, "vbivd", NOBODY).description());
    }

    @Test
    void aStudyWithoutMasksIsLeftOutWithARemark() throws Exception {
        annotate(study("one", "A"), true, true);
        Path bare = study("bare", "B");
        List<String> remarks = new ArrayList<>();
        assertEquals(1, reader.find(data, "vbivd", remarks::add).size());
        assertEquals("Left out: The study in " + bare + " has no DICOM segmentation.", remarks.get(0));
        assertTrue(remarks.get(1).contains("are of one patient"), remarks.toString());
    }

    @Test
    void withoutAnyTruthThereIsNothingToTrainOn() throws Exception {
        Path bare = study("bare", "B");
        assertEquals("The study in " + bare + " has no DICOM segmentation.", refusal("vbivd"));
        annotate(bare, false, true);
        assertEquals("The study in " + bare + " has no segment of a vertebra or disc in its segmentations.", refusal("vbivd"));
    }

    @Test
    void oedemaMustOccurSomewhere() throws Exception {
        annotate(study("one", "A"), true, false);
        assertEquals("No segmentation below " + data + " has a segment of oedema.", refusal("bmo"));
    }

    @Test
    void aFolderWithoutImagesIsNamed() {
        assertEquals(data + " holds no MR study.", refusal("bmo"));
        assertEquals("nowhere is no folder.", assertThrows(UnusableInputException.class,
                () -> reader.find(Path.of("nowhere"), "bmo", NOBODY)).getMessage());
    }

    private String refusal(String role) {
        return assertThrows(UnusableInputException.class, () -> reader.find(data, role, NOBODY)).getMessage();
    }

    /** Five sagittal STIR images with UIDs of their own. */
    private Path study(String name, String patientId) throws Exception {
        Path folder = Files.createDirectory(data.resolve(name));
        String uid = SyntheticSeries.STUDY + "." + Math.abs(name.hashCode());
        return SyntheticSeries.stir(1).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI", uid)
                .text(Tag.SeriesInstanceUID, "UI", uid + ".1").text(Tag.SOPInstanceUID, "UI", uid + ".1." + (slice + 1))
                .text(Tag.FrameOfReferenceUID, "UI", uid + ".9").text(Tag.PatientID, "LO", patientId)).write(folder);
    }

    /** Leaves masks in the folder the way a report does. */
    private void annotate(Path folder, boolean anatomy, boolean oedema) throws Exception {
        Study study = new DicomStudyReader(codec, new DecodedImages(codec)).find(List.of(folder), SeriesChoice.AUTOMATIC).get(0).load();
        byte[][] structures = new byte[5][32];
        byte[][] lesions = new byte[5][32];
        if (anatomy) {
            structures[0][0] = StackAnatomy.bodyCode(Vertebra.C2);
            structures[1][2] = StackAnatomy.bodyCode(Vertebra.T7);
            structures[1][3] = StackAnatomy.discCode(DiscLevel.of("T7/8"));
            structures[3][1] = StackAnatomy.bodyCode(Vertebra.S1);
        }
        if (oedema) {
            lesions[1][2] = 1;
        }
        SpineAnatomy spine = new SpineAnatomy(List.of(new StackAnatomy(structures, new byte[5][32], List.of(), List.of())),
                DiscLevel.ALL.stream().map(DiscovertebralUnit::absent).toList(), List.of());
        new SegReportWriter(codec).write(new ScoringResult(study, List.of(), spine, List.of(new LesionMap(lesions)), List.of(),
                List.of(), List.of(), Timing.NONE), folder);
    }
}
