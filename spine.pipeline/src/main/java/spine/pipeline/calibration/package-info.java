/**
 * Fits the rule for findings of an oedema model to studies with truth: {@link spine.pipeline.calibration.FindingCalibration} collects
 * their candidates and fits, {@link spine.pipeline.calibration.Discrimination} says what the rule is worth for other patients.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.pipeline.calibration;
