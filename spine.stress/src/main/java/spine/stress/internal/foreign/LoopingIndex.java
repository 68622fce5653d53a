package spine.stress.internal.foreign;

import java.util.concurrent.locks.LockSupport;

import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;

/** Never answers, and does not react to being interrupted. */
public final class LoopingIndex implements ScoringIndex {
    private static final long PAUSE_NANOS = 50_000_000;

    @Override
    public Score score(ScoringInput input) {
        // With pauses, so that threads which are given up do not take the processors from what is tested beside.
        while (true) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
