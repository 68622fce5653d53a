/**
 * Measurements of the running platform: {@link spine.app.internal.cli.bench.StudyBenchCommand} scores studies as {@code score} does and says
 * where the time goes.
 */
package spine.app.internal.cli.bench;
