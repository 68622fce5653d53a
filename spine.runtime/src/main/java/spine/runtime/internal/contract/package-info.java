/**
 * What foreign code answers, held against what its interface in {@code spine.api} promises: one class for each kind of provider. The
 * records of {@code spine.api} check what they can check alone; here is what depends on the question, and what no constructor checks.
 * The test kit {@code spine.tck} asks for the same and more. Each check throws a
 * {@link spine.runtime.internal.contract.BrokenContractException}, which {@code internal.guard} turns into a failure with the name of
 * the provider.
 */
package spine.runtime.internal.contract;
