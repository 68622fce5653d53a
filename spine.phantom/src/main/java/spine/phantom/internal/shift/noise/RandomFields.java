package spine.phantom.internal.shift.noise;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * The random fields of a patient.
 *
 * @param fine power falling slowly: trabeculae, fibres
 * @param smooth power falling fast: slow changes from place to place
 * @param cells bundles, loops, lobules
 */
public record RandomFields(SpectralNoise fine, SpectralNoise smooth, WorleyNoise cells) {

    public static RandomFields draw(SeededRandom random) {
        return new RandomFields(new SpectralNoise(1.4, random.child("fine")), new SpectralNoise(3.2, random.child("smooth")),
                new WorleyNoise(random.child("cells")));
    }
}
