package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.Cells;
import spine.phantom.internal.shift.noise.Spectral;

/**
 * The random fields of a patient.
 *
 * @param fine power falling slowly: trabeculae, fibres
 * @param smooth power falling fast: slow changes from place to place
 * @param cells bundles, loops, lobules
 */
record Textures(Spectral fine, Spectral smooth, Cells cells) {

    static Textures draw(SeededRandom random) {
        return new Textures(new Spectral(1.4, random.child("fine")), new Spectral(3.2, random.child("smooth")),
                new Cells(random.child("cells")));
    }
}
