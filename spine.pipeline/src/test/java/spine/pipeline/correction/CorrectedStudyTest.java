package spine.pipeline.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.report.Correction.OedemaChange;
import spine.api.report.ImageFinding;
import spine.api.report.LesionFinding;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.LesionMap;
import spine.api.score.ScoringInput;
import spine.pipeline.lesion.OutlinedLesions;
import spine.tck.SampleSpine;

class CorrectedStudyTest {
    private static final int SLICE = 4;
    private static final ScoringInput ONE = spine().input();
    private static final ScoringResult MACHINE = machine(ONE);

    private static SampleSpine spine() {
        return SampleSpine.whole().oedema(Vertebra.T7, SLICE, 0, 8, 5, 15);
    }

    /** As if the models had outlined what the sample has. */
    private static ScoringResult machine(ScoringInput input) {
        OutlinedLesions lesions = new OutlinedLesions(input.study(), input.anatomy(), input.lesions());
        List<LesionFinding> findings = new ArrayList<>();
        lesions.regions().forEach(region -> findings.add(lesions.finding(region, "F" + (findings.size() + 1), "Counts: a test.")));
        List<ImageFinding> images = input.study().stacks().stream().flatMap(stack -> stack.slices().stream())
                .map(slice -> new ImageFinding(slice.sopInstanceUid(),
                        findings.stream().anyMatch(finding -> finding.slices().contains(slice.sopInstanceUid())), 0.75)).toList();
        return new ScoringResult(input.study(), List.of(), input.anatomy(), input.lesions(), images, findings, List.of(), List.of(),
                List.of(), Timing.NONE);
    }

    private static CorrectedStudy corrected(List<LesionMap> lesions, Map<Vertebra, Vertebra> names) throws Exception {
        EditedMasks masks = new EditedMasks(ONE.anatomy().stacks().stream().map(StackAnatomy::structures).toList(),
                lesions.stream().map(LesionMap::lesion).toList(), List.of(), List.of());
        return CorrectedStudy.of(MACHINE, "0".repeat(64), masks, names, (study, maps) -> ONE.anatomy());
    }

    @Test
    void whatNobodyEditedStaysAsItWas() throws Exception {
        CorrectedStudy same = corrected(ONE.lesions(), Map.of());
        assertTrue(same.correction().none());
        assertSame(MACHINE.anatomy(), same.anatomy());
        assertEquals(MACHINE.findings(), same.findings());
        assertEquals(MACHINE.images(), same.images());
        assertEquals(List.of(), same.remarks());
        assertTrue(Arrays.deepEquals(MACHINE.lesions().get(0).lesion(), same.lesions().get(0).lesion()));
    }

    @Test
    void anErasedLesionNoLongerCounts() throws Exception {
        CorrectedStudy erased = corrected(SampleSpine.whole().input().lesions(), Map.of());
        assertEquals(new OedemaChange(0, 1, 0), erased.correction().oedema());
        LesionFinding finding = erased.findings().get(0);
        assertEquals("F1", finding.id());
        assertFalse(finding.counts());
        assertEquals("Does not count: removed by a person; the models gave it the probability 1.00.", finding.reason());
        assertFalse(image(erased).inflamed());
        assertEquals(0, image(erased).probability());
        assertEquals(MACHINE.images().get(0), erased.images().get(0), "nobody edited that image");
    }

    @Test
    void aDrawnLesionCountsForCertainAndTheOthersStay() throws Exception {
        CorrectedStudy drawn = corrected(spine().oedema(Vertebra.T9, SLICE, 8, 16, 5, 15).input().lesions(), Map.of());
        assertEquals(new OedemaChange(1, 0, 0), drawn.correction().oedema());
        assertEquals(List.of("F1", "P1"), drawn.findings().stream().map(LesionFinding::id).toList());
        LesionFinding added = drawn.findings().get(1);
        assertEquals(Vertebra.T9, added.vertebra());
        assertEquals(List.of("T9/10"), added.units().stream().map(Object::toString).toList());
        assertTrue(added.counts());
        assertEquals(80, added.areaMm2(), 0.01);
        assertEquals(1, image(drawn).probability());
    }

    @Test
    void aLesionOfAnotherOutlineIsThePersons() throws Exception {
        CorrectedStudy larger =
                corrected(SampleSpine.whole().oedema(Vertebra.T7, SLICE, 0, 12, 5, 15).input().lesions(), Map.of());
        assertEquals(new OedemaChange(0, 0, 1), larger.correction().oedema());
        assertEquals(List.of("P1"), larger.findings().stream().map(LesionFinding::id).toList());
        assertEquals("Counts: a person changed its outline.", larger.findings().get(0).reason());
    }

    @Test
    void oedemaOutsideOfTheBodiesIsToldAndDoesNotCount() throws Exception {
        byte[][] lesion = Arrays.stream(ONE.lesions().get(0).lesion()).map(byte[]::clone).toArray(byte[][]::new);
        lesion[0][0] = 1;
        CorrectedStudy spilled = corrected(List.of(new LesionMap(lesion)), Map.of());
        assertTrue(spilled.correction().none());
        assertEquals(List.of("1 mm2 of the oedema outlined in station 1, summed over its images, lie outside of the named vertebral bodies"
                + " and do not count."), spilled.remarks());
    }

    @Test
    void findingsBearTheNewNames() throws Exception {
        CorrectedStudy renamed = corrected(ONE.lesions(), Map.of(Vertebra.T7, Vertebra.T7, Vertebra.L1, Vertebra.T13));
        assertEquals(List.of(Vertebra.T7), renamed.findings().stream().map(LesionFinding::vertebra).toList());
        assertEquals(Vertebra.L5, renamed.correction().renamed().get(Vertebra.S1));
        assertTrue(renamed.correction().oedema().none());
    }

    private static ImageFinding image(CorrectedStudy study) {
        String uid = ONE.study().stacks().get(0).slices().get(SLICE).sopInstanceUid();
        return study.images().stream().filter(image -> image.sopInstanceUid().equals(uid)).findFirst().orElseThrow();
    }
}
