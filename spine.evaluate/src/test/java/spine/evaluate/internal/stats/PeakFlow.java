package spine.evaluate.internal.stats;

/** Peak expiratory flow by two meters, first readings, 17 subjects (Bland and Altman 1986). */
final class PeakFlow {
    static final double[] WRIGHT = {494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427};
    static final double[] MINI = {512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451};

    private PeakFlow() {
    }
}
