package spine.api.training;

import java.util.List;
import spine.api.UnusableInputException;

/** Annotated patients. Called from one thread at a time. */
public interface TrainingCases {

    /** How they came about, in words, for the model card. */
    String description();

    /** Number of patients. */
    int size();

    /**
     * The stacks of one patient; the same index always gives the same patient.
     *
     * @param patient {@code 0..size()-1}
     * @param role {@link spine.api.model.ModelRole#ANATOMY} or {@link spine.api.model.ModelRole#OEDEMA}
     * @throws UnusableInputException if the patient cannot be read
     */
    List<AnnotatedStack> patient(int patient, String role) throws UnusableInputException;
}
