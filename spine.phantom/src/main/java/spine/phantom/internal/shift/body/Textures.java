package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.SpectralNoise;
import spine.phantom.internal.shift.noise.WorleyNoise;

/**
 * The random fields of a patient.
 *
 * @param fine power falling slowly: trabeculae, fibres
 * @param smooth power falling fast: slow changes from place to place
 * @param cells bundles, loops, lobules
 */
record Textures(SpectralNoise fine, SpectralNoise smooth, WorleyNoise cells) {

    static Textures draw(SeededRandom random) {
        return new Textures(new SpectralNoise(1.4, random.child("fine")), new SpectralNoise(3.2, random.child("smooth")),
                new WorleyNoise(random.child("cells")));
    }
}
