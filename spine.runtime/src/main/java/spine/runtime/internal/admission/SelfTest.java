package spine.runtime.internal.admission;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.runtime.ModelName;

/** What every model must do before it may serve, wherever it comes from: answer to a known stack, sensibly and twice the same. */
public final class SelfTest {
    private static final Map<String, List<String>> NEEDED = Map.of(ModelRole.ANATOMY, List.of(ModelRole.VERTEBRA, ModelRole.DISC),
            ModelRole.OEDEMA, List.of(ModelRole.LESION));

    private final SliceStack stack = TestStack.make();

    /**
     * Runs on the caller's thread, for as long as the model takes.
     *
     * @param model foreign code
     * @param role that its service names
     * @param name that its service names
     * @return why the model must not serve, as the rest of a sentence that begins with "refused:"; empty if it may
     */
    public Optional<String> fault(SegmentationModel model, String role, ModelName name, Cancellation cancellation) {
        ModelCard card = model.card();
        if (card == null) {
            return Optional.of("it has no card");
        }
        ModelName onCard = new ModelName(card.id(), card.version());
        if (!card.role().equals(role) || !onCard.equals(name)) {
            return Optional.of("its service says " + role + " " + name + ", its card " + card.role() + " " + onCard);
        }
        if (!card.classes().containsAll(NEEDED.getOrDefault(role, List.of()))) {
            return Optional.of("its classes " + card.classes() + " lack one of " + NEEDED.get(role));
        }
        ClassProbabilities first = model.segment(stack, Progress.SILENT, cancellation);
        Optional<String> fault = fault(first, card);
        if (fault.isPresent()) {
            return fault;
        }
        ClassProbabilities second = model.segment(stack, Progress.SILENT, cancellation);
        return same(first, second) ? Optional.empty() : Optional.of("it answers differently when asked the same again");
    }

    private Optional<String> fault(ClassProbabilities answer, ModelCard card) {
        if (answer == null) {
            return Optional.of("it has no answer to the test images");
        }
        if (!answer.classes().equals(card.classes())) {
            return Optional.of("it answers with the classes " + answer.classes() + ", its card promises " + card.classes());
        }
        for (int c = 0; c < answer.classes().size(); c++) {
            if (!fits(answer, c)) {
                return Optional.of("its answer does not have the shape of the test images");
            }
        }
        return impossible(answer)
                ? Optional.of("it gives no class any probability on some test pixel, as after a number that is not finite")
                : Optional.empty();
    }

    private boolean fits(ClassProbabilities answer, int classIndex) {
        if (answer.slices() != stack.slices().size()) {
            return false;
        }
        for (int slice = 0; slice < stack.slices().size(); slice++) {
            byte[] map = answer.map(classIndex, slice);
            if (map == null || map.length != stack.rows() * stack.columns()) {
                return false;
            }
        }
        return true;
    }

    /** Quantised probabilities lie in 0..1 by their form, and what was not finite has become 0 in every class. */
    private static boolean impossible(ClassProbabilities answer) {
        for (int slice = 0; slice < answer.slices(); slice++) {
            boolean[] any = new boolean[answer.map(0, slice).length];
            for (int c = 0; c < answer.classes().size(); c++) {
                byte[] map = answer.map(c, slice);
                for (int i = 0; i < any.length; i++) {
                    any[i] |= map[i] != 0;
                }
            }
            for (boolean pixel : any) {
                if (!pixel) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean same(ClassProbabilities first, ClassProbabilities second) {
        if (second == null || !second.classes().equals(first.classes())) {
            return false;
        }
        for (int c = 0; c < first.classes().size(); c++) {
            for (int slice = 0; slice < first.slices(); slice++) {
                if (!fits(second, c) || !Arrays.equals(first.map(c, slice), second.map(c, slice))) {
                    return false;
                }
            }
        }
        return true;
    }
}
