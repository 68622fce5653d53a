/**
 * Commands of those who score studies: {@code demo}, {@code score}, {@code phantom}, {@code evaluate} and {@code agree}.
 * {@link spine.app.internal.cli.study.StudyCommands} lists them, and {@link spine.app.internal.cli.study.StudyBatch} scores many
 * studies in turn.
 */
package spine.app.internal.cli.study;
