package spine.unet.training.internal.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.training.TrainingCases;
import spine.api.training.TrainingPlan;
import spine.unet.training.internal.sampling.CaseStore;
import spine.unet.training.internal.sampling.StoredStack;

/**
 * The patients of a training, preprocessed. No patient is in both parts, except a single one, which is in both.
 *
 * @param training stacks that the network is trained on
 * @param validation stacks that it is validated on
 */
record PatientSplit(List<StoredStack> training, List<StoredStack> validation) {

    /** Draws the split by the seed of the plan and prepares all patients. */
    static PatientSplit of(TrainingPlan plan, TrainingCases cases, TrainingSettings settings, Progress progress, Cancellation cancellation)
            throws UnusableInputException, IOException {
        CaseStore store = new CaseStore(plan.work().resolve("cases"), settings.recipe(), settings.classes());
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(plan.seed()));
        PatientSplit split = new PatientSplit(new ArrayList<>(), new ArrayList<>());
        int kept = Math.max(1, (int) Math.round(settings.validationShare() * cases.size()));
        for (int i = 0; i < order.size(); i++) {
            cancellation.check();
            progress.at("preparing patient " + (i + 1) + " of " + order.size(), i / (double) order.size());
            List<StoredStack> stacks = store.patient(cases, order.get(i), plan.role());
            if (i < kept) {
                split.validation.addAll(stacks);
            }
            if (i >= kept || order.size() == 1) {
                split.training.addAll(stacks);
            }
        }
        return split;
    }
}
