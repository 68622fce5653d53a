/**
 * What one study uses. {@link spine.runtime.internal.session.LeasedStudyFinder} finds studies, and
 * {@link spine.runtime.internal.session.LeasedSessions} opens a {@link spine.runtime.internal.session.LeasedSession} for each: a lease
 * on every provider that the study needs, taken at its beginning and given back at its end.
 */
package spine.runtime.internal.session;
