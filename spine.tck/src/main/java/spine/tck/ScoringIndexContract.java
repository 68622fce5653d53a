package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;

/**
 * The contract of {@link ScoringIndex}. Extend it beside your index:
 *
 * <pre>{@code
 * class MyIndexContractTest extends ScoringIndexContract {
 *     @Override
 *     protected ScoringIndex create() {
 *         return new MyIndex();
 *     }
 * }
 * }</pre>
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ScoringIndexContract {
    private static final String SAMPLES = "spine.tck.Sample#all";

    /** A new index with its usual settings. */
    protected abstract ScoringIndex create();

    @ParameterizedTest(name = "{0}")
    @MethodSource(SAMPLES)
    final void theScoreIsWellFormed(Sample sample) {
        ScoreRules.check(sample.input(), create().score(sample.input()));
    }

    @Test
    final void whereNothingIsInViewEveryTotalIsZero() {
        Map<String, Double> totals = create().score(Sample.nothing()).totals();
        assertEquals(totals.keySet().stream().collect(Collectors.toMap(name -> name, name -> 0.0)), totals);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(SAMPLES)
    final void theSameInputGivesTheSameScore(Sample sample) {
        ScoringIndex index = create();
        Score first = index.score(sample.input());
        assertEquals(first, index.score(sample.input()), "asked again");
        assertEquals(first, create().score(sample.input()), "asked of another instance");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(SAMPLES)
    final void theInputIsLeftAsItWas(Sample sample) {
        int before = Sample.fingerprint(sample.input());
        create().score(sample.input());
        assertEquals(before, Sample.fingerprint(sample.input()), "score() wrote to the arrays of its input");
    }

    @Test
    final void manyThreadsGetTheAnswersOfOne() throws Exception {
        List<Sample> samples = Sample.all().toList();
        List<Score> expected = new ArrayList<>();
        for (Sample sample : samples) {
            expected.add(create().score(sample.input()));
        }
        ScoringIndex shared = create();
        Crowd.agrees(samples, expected, sample -> shared.score(sample.input()));
    }

    @Test
    final void idVersionAndNamesOfTotalsDoNotDependOnTheStudy() {
        assertEquals(1, Sample.all().map(Sample::input).map(this::names).distinct().count(),
                "id, version or names of totals differ between studies");
    }

    private List<String> names(ScoringInput input) {
        Score score = create().score(input);
        List<String> names = new ArrayList<>(List.of(score.indexId(), score.indexVersion()));
        names.addAll(score.totals().keySet());
        return names;
    }
}
