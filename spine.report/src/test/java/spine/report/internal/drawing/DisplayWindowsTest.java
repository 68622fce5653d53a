package spine.report.internal.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spine.api.anatomy.StackAnatomy;
import spine.api.report.ScoringResult;
import spine.common.display.DisplayWindow;
import spine.common.display.DisplayWindows;
import spine.report.internal.DrawnResult;

class DisplayWindowsTest {

    /** The body is to be seen, what is brighter than it too, and fluid saturates. */
    @Test
    void normalMarrowComesToAThirdOfTheLinearGreys() {
        ScoringResult result = DrawnResult.wholeSpine();
        for (int stack = 0; stack < 2; stack++) {
            DisplayWindow window = DisplayWindows.of(result).get(stack);
            assertEquals(72, window.grey(marrow(result, stack)), 1);
            assertEquals(143, window.grey(window.black() + 2 * (window.marrow() - window.black())), 1);
            assertEquals(0, window.grey(window.black() - 1));
            assertEquals(215, window.grey(window.white()));
            assertTrue(window.grey(225) > 215, "fluid is above the linear greys");
            assertEquals(255, window.grey(window.brightest() + 1));
        }
    }

    @Test
    void withoutBodiesThereIsAWindowAllTheSame() {
        DisplayWindow window = DisplayWindows.of(DrawnResult.nothingFound()).get(0);
        assertTrue(Float.isNaN(window.marrow()) && window.white() > window.black() && window.brightest() > window.white());
    }

    /** The greys are all that a page has of the image: another window is made of them. */
    @Test
    void anotherWindowIsMadeOfTheGreys() {
        DisplayWindow window = new DisplayWindow(10, 110, 1010, 43);
        double[] wide = window.linearUpTo(1010);
        for (int i = 0; i < wide.length; i++) {
            assertTrue(i == 0 || wide[i] > wide[i - 1]);
        }
        assertEquals(0.1, wide[27], 1e-6);
        assertEquals(1, wide[32], 1e-6);
        assertEquals(1, window.linearUpTo(60)[14], 1e-6);
    }

    private static double marrow(ScoringResult result, int stack) {
        double[] bodies = result.study().stacks().get(stack).slices().stream().mapMultiToDouble((slice, all) -> {
            int index = result.study().stacks().get(stack).slices().indexOf(slice);
            for (int i = 0; i < slice.pixels().length; i++) {
                if (StackAnatomy.isBody(result.anatomy().stacks().get(stack).structures()[index][i])
                        && result.lesions().get(stack).lesion()[index][i] == 0) {
                    all.accept(slice.pixels()[i]);
                }
            }
        }).sorted().toArray();
        return bodies[bodies.length / 2];
    }
}
