/**
 * From class maps to a labelled spine. {@link spine.anatomy.internal.ChainLocaliser} is the component: it traces the chain of
 * vertebral bodies and discs in every stack ({@code tracing}), merges the chains of the stations and labels the bodies
 * ({@code labelling}), and measures every labelled body, disc and the spinal canal ({@code geometry}). {@code labelling} and
 * {@code geometry} know {@code tracing} and not each other.
 *
 * <p>Every constant names its origin. "Literature" is cited where it is used. All other numbers were chosen during development,
 * on synthetic data only, and are not from literature; the names stand for these changes of the code:
 * <dl>
 * <dt>first version</dt><dd>2026-11-24, "names bodies, discs and units from class maps by following the spine's chain"; came with
 * tests on box spines, no run on record</dd>
 * <dt>outer slices</dt><dd>2026-11-24, "middle of a body that the outer slice cuts, and the axis of the end bodies"; no run on
 * record</dd>
 * <dt>hidden discs</dt><dd>2026-11-24, "fused levels get the room of their hidden disc, missing slices take the canal for the
 * middle, blobs beside the spine let go"; no run on record</dd>
 * <dt>worn endplates</dt><dd>2026-11-24, "odd heights make counting doubtful, worn endplates of C2 do not tilt it, and a test on a
 * synthetic patient"; no run on record</dd>
 * <dt>end boundaries</dt><dd>2026-11-24, "a boundary between C2 or S1 and its neighbour is not passed over, and disputed counts
 * lose confidence"; no run on record</dd>
 * <dt>bench 1</dt><dd>2026-11-24, "levels are told off by a lattice that mends missed and made-up boundaries, and a bench of damaged
 * maps"; random spines of the bench in the tests, in one to three stations under 20 corruptions</dd>
 * <dt>bench 2</dt><dd>2026-11-24, "guessed boundaries are counted anew, gaps are bridged, blobs do not draw the line, and a second
 * opinion by size"; the same bench, checked on seeds 201 and 202, which were not used for tuning</dd>
 * <dt>cartilage of C2</dt><dd>2026-11-24, "No boundary where C2 goes on below: the cartilage at the base of the dens looks like a
 * disc"; no run on record</dd>
 * <dt>dens</dt><dd>2026-11-24, "Pieces of the dens above C2 no longer count as vertebrae that upset the names below"; no run on
 * record</dd>
 * <dt>disputed counts</dt><dd>2026-11-27, "Names are trusted less where the two counts disagree"; no run on record</dd>
 * </dl>
 */
package spine.anatomy.internal;
