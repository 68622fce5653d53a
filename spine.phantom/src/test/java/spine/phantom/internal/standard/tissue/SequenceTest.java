package spine.phantom.internal.standard.tissue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.phantom.internal.core.scan.SpinEchoSequence;

class SequenceTest {

    /** Predicted magnitudes over still fluid at 3 T, TR 4000, TE 60, proton density 1 (domain facts, section 3.4). */
    @ParameterizedTest
    @CsvSource({"220, 382, 68, 0.105", "220, 586, 49, 0.224", "220, 898, 29, 0.143", "220, 876, 73, 0.491", "220, 1165, 102, 0.709",
        "220, 900, 70, 0.482", "220, 1400, 120, 0.809", "265, 382, 68, 0.001", "265, 586, 49, 0.170", "265, 898, 29, 0.128",
        "265, 876, 73, 0.438", "265, 1165, 102, 0.663", "265, 900, 70, 0.432", "265, 1400, 120, 0.772"})
    void predictsPublishedMagnitudes(double inversion, double t1, double t2, double expected) {
        SpinEchoSequence sequence = new SpinEchoSequence(4000, 60, inversion);
        double fluid = sequence.signal(1, 4273, 1578);
        assertEquals(expected, Math.abs(sequence.signal(1, t1, t2) / fluid), 0.0006);
    }

    @ParameterizedTest
    @CsvSource({"230, 159", "260, 180", "343, 238", "382, 265"})
    void nullsFatAtItsInversionTime(double t1, double inversion) {
        assertEquals(t1, new SpinEchoSequence(3500, 60, inversion).nulledT1(), 2);
        assertEquals(0, new SpinEchoSequence(3500, 60, inversion).signal(1, t1, 68), 0.01);
    }

    @Test
    void marrowDarkensWithItsFatAndBrightensWithOedema() {
        SignalModel signals = new SignalModel(new SpinEchoSequence(4000, 60, 265), 3, 382);
        assertEquals(0, signals.fatSignal(1), 0.01);
        assertEquals(-0.34, signals.marrowWater(0), 0.04);
        assertEquals(-1, signals.water(Tissue.CSF), 1e-9);
        double last = 0;
        for (double severity = 0; severity <= 1; severity += 0.25) {
            double brightness = Math.abs(signals.marrowWater(severity));
            assertEquals(true, brightness > last, "severity " + severity);
            last = brightness;
        }
    }
}
