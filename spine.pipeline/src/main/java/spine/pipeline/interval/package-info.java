/**
 * How sure a total is. {@link spine.pipeline.interval.TotalIntervals} makes the intervals of one study by the rule in the oedema model's
 * card, {@link spine.pipeline.interval.IntervalFit} makes that rule from studies with truth, and {@link spine.pipeline.interval.StudyTrait}
 * measures whether a study is like those.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.pipeline.interval;
