/**
 * Truths that know only a part: outlines of some levels, whether the patient is healthy, where a lesion is. Real cases have such
 * truths, and images with inserted lesions. {@link spine.evaluate.internal.partial.PartialTruthReader} reads one, {@link
 * spine.evaluate.internal.partial.PartialPair} compares it with a report.
 */
package spine.evaluate.internal.partial;
