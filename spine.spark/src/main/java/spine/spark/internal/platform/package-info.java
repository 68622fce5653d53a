/**
 * The delivered run set within a process that is not spine's own: {@link spine.spark.internal.platform.RunSet} reads it,
 * {@link spine.spark.internal.platform.EmbeddedFramework} runs it, and {@link spine.spark.internal.platform.ProcessPlatform} is the one of
 * this process.
 */
package spine.spark.internal.platform;
