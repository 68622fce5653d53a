/**
 * Pictures of the same anatomy at several times. Positions of one session say nothing in another, so a unit is found by itself: {@link
 * spine.report.internal.comparison.picture.UnitFrame} is where it lies in its images, {@link
 * spine.report.internal.comparison.picture.UnitImages} its slices in that frame, {@link
 * spine.report.internal.comparison.picture.SlicePlan} which of them show the same.
 */
package spine.report.internal.comparison.picture;
