/** Decisions and probabilities against the truth: proportions, likelihood ratios, ROC, calibration. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.agreement.decision;
