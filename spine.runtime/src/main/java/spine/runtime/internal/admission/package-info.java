/**
 * How a provider comes into use. {@link spine.runtime.internal.admission.ValidatingServiceTracker} fetches a service, which activates
 * its component, and tests it, on a thread of its own and within a time; a {@link spine.runtime.internal.admission.Candidate} is one
 * that is on its way. A model passes if it answers the images of {@link spine.runtime.internal.admission.TestStack}
 * ({@link spine.runtime.internal.admission.SelfTest}). What fails stays as a
 * {@link spine.runtime.internal.admission.RejectedProvider}, with the reason. Knows no kind of provider but models.
 */
package spine.runtime.internal.admission;
