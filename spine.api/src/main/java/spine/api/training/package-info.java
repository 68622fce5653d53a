/**
 * What a model is trained on and how. {@link spine.api.training.TrainingCases} are patients with their truth, an
 * {@link spine.api.training.AnnotatedStack} for each stack; {@link spine.api.training.CaseReader} is the extension point that
 * finds them in files of one kind. {@link spine.api.training.TrainingPlan} says what to train;
 * {@link spine.api.service.ModelTrainer} carries it out.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("3.0.0")
package spine.api.training;
