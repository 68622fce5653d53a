/**
 * From class maps to a labelled spine. {@link spine.anatomy.internal.ChainLocaliser} is the component: it traces the chain of
 * vertebral bodies and discs in every stack ({@code tracing}), merges the chains of the stations and labels the bodies
 * ({@code labelling}), and measures every labelled body, disc and the spinal canal ({@code geometry}). {@code labelling} and
 * {@code geometry} know {@code tracing} and not each other.
 *
 * <p>Every constant names its origin. "Literature" is cited where it is used. All other numbers were chosen during development
 * without patient data, but for the last two entries, and are not from literature; the names stand for these commits:
 * <dl>
 * <dt>first version</dt><dd>a3b98f7 of 2026-11-24, the localiser with tests on box spines; no run on record</dd>
 * <dt>outer slices</dt><dd>042527e of 2026-11-24, bodies that the outer slice cuts; no run on record</dd>
 * <dt>hidden discs</dt><dd>6dffd77 of 2026-11-24, fused levels, missing slices, false structures beside the spine; no run on
 * record</dd>
 * <dt>worn endplates</dt><dd>d05ccd6 of 2026-11-24, endplates of C2 and a test on a synthetic patient; no run on record</dd>
 * <dt>end boundaries</dt><dd>22964e4 of 2026-11-24, the boundaries of C2 and S1; no run on record</dd>
 * <dt>bench 1</dt><dd>67330e1 of 2026-11-24, the trellis; random spines of the bench in the tests, in one to three stations under
 * 20 corruptions</dd>
 * <dt>bench 2</dt><dd>2622921 of 2026-11-24, observations of several levels, gaps, labels by shape; the same bench, checked on seeds
 * 201 and 202, which were not used for tuning</dd>
 * <dt>cartilage of C2</dt><dd>a19f954 of 2026-11-24, no boundary at the base of the dens; no run on record</dd>
 * <dt>dens</dt><dd>ca9ade7 of 2026-11-24, parts of the dens above C2; no run on record</dd>
 * <dt>disputed counts</dt><dd>315bcde of 2026-11-27, confidence where the two counts disagree; no run on record</dd>
 * <dt>real development set</dt><dd>28 November 2026, the localiser as committed with this entry: 34 real lumbar studies with outlined
 * vertebrae or discs (docs/validation.md), 8 whole synthetic spines of the profile shift, and 24 of those with T12 or T6 doubled or cut
 * out; chosen so that every misnamed study is warned of and few others are</dd>
 * <dt>variants</dt><dd>the same day, spines of the tests with a vertebra more or fewer</dd>
 * </dl>
 */
package spine.anatomy.internal;
