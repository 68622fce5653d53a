/**
 * {@code ./spine doctor}: looks for what keeps spine from starting or from serving, and mends it. {@link spine.launcher.doctor.Doctor} runs
 * the examinations, each an {@link spine.launcher.doctor.Examination} of its own. Nothing here needs the framework, which may be what
 * does not start.
 */
package spine.launcher.doctor;
