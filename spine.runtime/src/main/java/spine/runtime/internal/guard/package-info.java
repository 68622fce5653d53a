/**
 * Providers as studies see them: each is asked on a thread of its own, within its time, and named when it fails. One class for each
 * kind of provider; {@link spine.runtime.internal.guard.ProviderInvoker} is what they share, and
 * {@link spine.runtime.internal.guard.TimeLimiter} the clock. A thread that does not come back is given up, since Java cannot end it.
 */
package spine.runtime.internal.guard;
