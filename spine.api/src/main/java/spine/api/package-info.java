/**
 * What every part of the platform shares, whatever it computes: how a long piece of work reports its progress
 * ({@link spine.api.Progress}), how it is stopped ({@link spine.api.Cancellation}), and how input that cannot be used is refused
 * with a sentence for a person ({@link spine.api.UnusableInputException}).
 *
 * <p>The contracts are in the packages below. An extension implements one interface of {@code image}, {@code model},
 * {@code anatomy}, {@code score}, {@code report} or {@code training}; a user of the platform calls those of {@code service}. A
 * study goes from {@code image} through {@code model}, {@code anatomy} and {@code score} to {@code report}. Begin with
 * {@link spine.api.score.ScoringIndex}, the extension point that is implemented most often. All contracts say who calls from how
 * many threads, units, coordinate systems and what may be null; where nothing is said, nothing is null.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package spine.api;
