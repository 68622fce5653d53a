package spine.unet.training.internal.training;

import java.util.List;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;
import spine.tck.sample.SyntheticStacks;

/**
 * Patients with one stack of three square slices, in which a bright disc is to be found.
 *
 * @param size number of patients
 * @param edge rows and columns of a slice
 */
record DiscCases(int size, int edge) implements TrainingCases {
    static final List<String> CLASSES = List.of("background", "oedema");

    @Override
    public String description() {
        return "bright discs";
    }

    @Override
    public List<AnnotatedStack> patient(int patient, String role) {
        return List.of(SyntheticStacks.discs(patient, 3, edge, edge, 1.0, CLASSES));
    }
}
