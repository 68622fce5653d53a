/**
 * What the platform itself offers as services; extensions call these interfaces and do not implement them.
 * {@link spine.api.service.SpineScoring} is the main one: it scores a study from files to report. The others run and supervise
 * an installation: training and packing of models ({@link spine.api.service.ModelTrainer},
 * {@link spine.api.service.ModelPacker}), evaluation against a reference ({@link spine.api.service.StudyEvaluation}), insertion of
 * lesions into images ({@link spine.api.service.LesionInsertion}), synthetic studies ({@link spine.api.service.PhantomGenerator}), the gate
 * for new bundles ({@link spine.api.service.DeployGate}), settings ({@link spine.api.service.EffectiveSettings}), health and workload. The
 * command line of the platform uses these, {@link spine.api.comparison}, {@link spine.api.cohort},
 * {@link spine.api.correction} and {@link spine.api.deidentification}, and nothing else.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.2.0")
package spine.api.service;
