/**
 * Trial of a candidate model beside the serving one. {@link spine.runtime.internal.shadow.ShadowScoring} scores each study again with
 * the candidate after the study's own result is complete, which it does not change; {@link spine.runtime.internal.shadow.ShadowScores}
 * keeps both totals, and {@link spine.runtime.internal.shadow.AgreementReport} says how they agree.
 */
package spine.runtime.internal.shadow;
