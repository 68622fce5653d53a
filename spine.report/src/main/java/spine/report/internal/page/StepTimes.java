package spine.report.internal.page;

import spine.api.report.Timing;

/** Seconds that the steps took, one decimal each. */
public record StepTimes(String total, String reading, String anatomy, String oedema, String scoring, String writing) {

    public static StepTimes of(Timing timing) {
        return new StepTimes(seconds(timing.totalMs()), seconds(timing.readMs()), seconds(timing.anatomyMs()), seconds(timing.oedemaMs()),
                seconds(timing.scoreMs()), seconds(timing.writeMs()));
    }

    private static String seconds(long ms) {
        return PageNumbers.fixed(ms / 1e3, 1);
    }
}
