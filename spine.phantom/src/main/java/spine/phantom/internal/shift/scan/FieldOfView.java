package spine.phantom.internal.shift.scan;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.prior.Range;
import spine.phantom.internal.shift.prior.ScanPriors;

/** Which part of the spine an examination is meant to show; all reach down to the sacrum. */
public enum FieldOfView {
    WHOLE("Spine^WholeSpine", new Range(-0.6, -0.6)), THORACOLUMBAR("Spine^TLSpine", new Range(7, 11)), LUMBAR("Spine^LSpine",
            new Range(14.5, 17.5));

    private final String words;
    private final Range top;

    /** @param top the uppermost level, C2 being 0 */
    FieldOfView(String words, Range top) {
        this.words = words;
        this.top = top;
    }

    static FieldOfView draw(ScanPriors priors, SeededRandom random) {
        return values()[random.weighted(1 - priors.thoracolumbar() - priors.lumbar(), priors.thoracolumbar(), priors.lumbar())];
    }

    /** Study description. */
    public String words() {
        return words;
    }

    /** The level at which complete images begin. */
    double top(SeededRandom random) {
        return top.low() == top.high() ? top.low() : top.draw(random);
    }
}
