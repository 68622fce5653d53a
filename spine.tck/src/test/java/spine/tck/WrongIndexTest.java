package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;

/** Indices that look right at a glance; each breaks one rule and is caught by the test of that rule. */
class WrongIndexTest {

    @Test
    void aSoundOneIsNotCaught() {
        assertEquals(Set.of(), Verdict.of(Sound.class).failed());
    }

    @Test
    void oneThatRemembersTheLastStudy() {
        assertTrue(Verdict.of(Remembering.class).failed().containsAll(Set.of("theSameInputGivesTheSameScore",
                "manyThreadsGetTheAnswersOfOne")));
    }

    @Test
    void oneThatSharesAFieldBetweenThreads() {
        assertEquals(Set.of("manyThreadsGetTheAnswersOfOne"), Verdict.of(Sharing.class).failed());
    }

    @Test
    void oneThatWritesToItsInput() {
        assertTrue(Verdict.of(Erasing.class).failed().contains("theInputIsLeftAsItWas"));
    }

    @Test
    void oneThatForgetsAUnit() {
        assertTrue(Verdict.of(Forgetting.class).failed().contains("theScoreIsWellFormed"));
    }

    @Test
    void oneThatCannotBearAnEmptySpine() {
        assertTrue(Verdict.of(Fragile.class).failed().containsAll(Set.of("theScoreIsWellFormed", "whereNothingIsInViewEveryTotalIsZero")));
    }

    @Test
    void oneWhoseNameCannotBeAKey() {
        assertTrue(Verdict.of(Misnamed.class).reasons().contains("My Index"));
    }

    private static Score score(String id, double total, List<UnitScore> units) {
        return new Score(id, "1.0.0", Map.of("total", total), List.of(), units, List.of());
    }

    private static List<UnitScore> units(ScoringInput input) {
        return input.anatomy().units().stream().map(UnitScore::zero).toList();
    }

    private static double lesionPixels(ScoringInput input) {
        double pixels = 0;
        for (var map : input.lesions()) {
            for (byte[] slice : map.lesion()) {
                for (byte value : slice) {
                    pixels += value;
                }
            }
        }
        return pixels;
    }

    static class Sound extends ScoringIndexContract {
        @Override
        protected ScoringIndex create() {
            return input -> score("sound", lesionPixels(input), units(input));
        }
    }

    static class Remembering extends ScoringIndexContract {
        @Override
        protected ScoringIndex create() {
            double[] sum = {0};
            return input -> {
                sum[0] += input.study().stacks().size();
                return score("remembering", sum[0], units(input));
            };
        }
    }

    static class Sharing extends ScoringIndexContract {
        @Override
        protected ScoringIndex create() {
            ScoringInput[] field = new ScoringInput[1];
            return input -> {
                field[0] = input;
                double total = lesionPixels(field[0]);
                Thread.yield();
                return score("sharing", total + lesionPixels(field[0]), units(input));
            };
        }
    }

    static class Erasing extends ScoringIndexContract {
        @Override
        protected ScoringIndex create() {
            return input -> {
                double total = lesionPixels(input);
                input.lesions().get(0).lesion()[0][0] ^= 1;
                return score("erasing", total, units(input));
            };
        }
    }

    static class Forgetting extends ScoringIndexContract {
        @Override
        protected ScoringIndex create() {
            return input -> score("forgetting", lesionPixels(input), units(input).subList(1, 23));
        }
    }

    static class Fragile extends ScoringIndexContract {
        @Override
        protected ScoringIndex create() {
            return input -> score("fragile", input.anatomy().stacks().get(0).bodies().get(0).heightMm(), units(input));
        }
    }

    static class Misnamed extends ScoringIndexContract {
        @Override
        protected ScoringIndex create() {
            return input -> score("My Index", lesionPixels(input), units(input));
        }
    }
}
