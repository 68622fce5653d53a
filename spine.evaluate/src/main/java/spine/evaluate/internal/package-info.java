/**
 * Reports compared with truth, and readers with each other. {@link spine.evaluate.internal.TruthEvaluation} is the service; it
 * pairs studies ({@code study}), computes metrics ({@code metric}, by {@code stats}) and writes them ({@code file}, {@code
 * page}, {@code plot}).
 */
package spine.evaluate.internal;
