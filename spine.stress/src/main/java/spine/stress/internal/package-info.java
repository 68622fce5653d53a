/**
 * A tool, not a part of what is delivered: swaps models while clients score studies, and measures whether anything failed, mixed
 * versions or grew. {@link spine.stress.internal.SwapStress} is the run, {@link spine.stress.internal.StressSwapCommand} its command
 * line. {@link spine.stress.internal.soak} puts a whole installation through more, from outside.
 */
package spine.stress.internal;
