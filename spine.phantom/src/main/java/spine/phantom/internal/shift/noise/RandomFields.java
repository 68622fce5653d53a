package spine.phantom.internal.shift.noise;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * The random fields that the tissues of a patient are textured with.
 *
 * @param fine power falling slowly: trabeculae, fibres
 * @param smooth power falling fast: slow spatial variation
 * @param cells bundles, loops, lobules
 */
public record RandomFields(SpectralNoise fine, SpectralNoise smooth, WorleyNoise cells) {

    public static RandomFields draw(SeededRandom random) {
        return new RandomFields(new SpectralNoise(1.4, random.child("fine")), new SpectralNoise(3.2, random.child("smooth")),
                new WorleyNoise(random.child("cells")));
    }
}
