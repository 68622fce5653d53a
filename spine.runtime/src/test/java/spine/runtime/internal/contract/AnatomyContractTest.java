package spine.runtime.internal.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Vec3;
import spine.api.score.ScoringInput;
import spine.tck.SampleSpine;

class AnatomyContractTest {
    private static final ScoringInput SPINE = SampleSpine.whole().input();
    private static final StackAnatomy STACK = SPINE.anatomy().stacks().get(0);
    private static final VertebralBody BODY = STACK.bodies().get(3);

    @Test
    void aSpineIsRight() {
        assertDoesNotThrow(() -> check(SPINE.anatomy()));
    }

    @Test
    void everyStackHasMasksOfItsShape() {
        assertEquals("it has 2 stacks for the 1 of the study", fault(List.of(STACK, STACK)));
        assertEquals("its masks of stack 1 do not have the shape of the images",
                fault(List.of(new StackAnatomy(new byte[1][1], STACK.canal(), STACK.bodies(), STACK.discs()))));
        assertEquals("its masks of stack 1 do not have the shape of the images",
                fault(List.of(new StackAnatomy(STACK.structures(), null, STACK.bodies(), STACK.discs()))));
    }

    @Test
    void aLevelHasOneBodyOfAHumanSizeWhereTheImagesAre() {
        assertEquals("a level has two bodies or discs in stack 1", fault(with(BODY)));
        String name = BODY.level().name();
        assertEquals(name + " does not lie where the images are; no part of it may be further away than 100.0 mm",
                fault(replaced(new Vec3(0, 0, 5000), BODY.heightMm(), BODY.cranial(), 1)));
        assertEquals(name + " does not lie where the images are; no part of it may be further away than 100.0 mm",
                fault(replaced(new Vec3(Double.NaN, 0, 0), BODY.heightMm(), BODY.cranial(), 1)));
        assertEquals("the height of " + name + " is NaN mm; it must lie between 0 and 100.0",
                fault(replaced(BODY.centre(), Double.NaN, BODY.cranial(), 1)));
        assertEquals("a direction of " + name + " has the length 0.0; it must be 1",
                fault(replaced(BODY.centre(), BODY.heightMm(), new Vec3(0, 0, 0), 1)));
        assertEquals("the name " + name + " has the confidence 2.0; it must lie in 0..1",
                fault(replaced(BODY.centre(), BODY.heightMm(), BODY.cranial(), 2)));
    }

    @Test
    void aUnitLiesInOneOfTheStacks() {
        List<DiscovertebralUnit> units = SPINE.anatomy().units().stream()
                .map(unit -> new DiscovertebralUnit(unit.level(), true, 7, unit.confidence())).toList();
        assertEquals("C2/3 lies in stack 7; the study has 1, counted from 0", assertThrows(BrokenContractException.class,
                () -> check(new SpineAnatomy(SPINE.anatomy().stacks(), units, List.of()))).getMessage());
    }

    private static List<StackAnatomy> with(VertebralBody body) {
        List<VertebralBody> bodies = new ArrayList<>(STACK.bodies());
        bodies.add(body);
        return List.of(new StackAnatomy(STACK.structures(), STACK.canal(), bodies, STACK.discs()));
    }

    private static List<StackAnatomy> replaced(Vec3 centre, double heightMm, Vec3 cranial, double confidence) {
        VertebralBody other = new VertebralBody(BODY.level(), centre, cranial, BODY.anterior(), BODY.upper(), BODY.lower(), heightMm,
                BODY.depthMm(), confidence);
        return List.of(new StackAnatomy(STACK.structures(), STACK.canal(),
                STACK.bodies().stream().map(body -> body.equals(BODY) ? other : body).toList(), STACK.discs()));
    }

    private static void check(SpineAnatomy anatomy) throws BrokenContractException {
        new AnatomyContract(SPINE.study()).check(anatomy);
    }

    private static String fault(List<StackAnatomy> stacks) {
        return assertThrows(BrokenContractException.class, () -> check(new SpineAnatomy(stacks, SPINE.anatomy().units(), List.of())))
                .getMessage();
    }
}
