/**
 * Agreement, change and accuracy of readings, without any knowledge of spines. This package has what all statistics share: {@link
 * spine.agreement.Readings} of several raters and {@link spine.agreement.Pairs} go in, an {@link spine.agreement.Estimate} comes out.
 * The statistics stand in the packages {@code score}, {@code category}, {@code decision}, {@code change}, {@code mask} and {@code
 * resampling}; each class names the source of its formulas. A statistic that the data do not determine is an {@link
 * spine.agreement.UndefinedStatisticException} with a sentence that says why, never NaN or infinite; one that is determined but has no
 * finite interval is an estimate without interval. All classes are immutable and may be used by several threads at a time.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.agreement;
