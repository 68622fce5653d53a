package spine.unet.internal;

import java.nio.file.Path;
import spine.api.Cancellation;
import spine.api.training.TrainingCases;
import spine.api.training.TrainingPlan;

/**
 * Training from the class path, without a framework: role, steps, seed, folder, number of patients, seed of the patients,
 * and optionally the class of the cases, which has a constructor of those last two.
 */
final class TrainMain {

    private TrainMain() {
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 6) {
            System.err.println("usage: ROLE STEPS SEED FOLDER PATIENTS PATIENT_SEED [CASES_CLASS]");
            System.exit(2);
        }
        System.setProperty("org.eclipse.deeplearning4j.helpers.disable", "false");
        System.setProperty("org.bytedeco.javacpp.maxbytes", "4g");
        System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
        String cases = arguments.length > 6 ? arguments[6] : "spine.phantom.PhantomCases";
        TrainingCases patients = (TrainingCases) Class.forName(cases).getConstructor(int.class, long.class)
                .newInstance(Integer.parseInt(arguments[4]), Long.parseLong(arguments[5]));
        TrainingPlan plan = new TrainingPlan(arguments[0], Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]),
                Path.of(arguments[3]));
        long begin = System.nanoTime();
        long[] last = {begin};
        new UNetTrainer().train(plan, patients, (step, done) -> {
            long now = System.nanoTime();
            if (now - last[0] > 15_000_000_000L) {
                last[0] = now;
                System.out.printf("%6d s  %s%n", (now - begin) / 1_000_000_000, step);
            }
        }, new Cancellation());
        System.exit(0);
    }
}
