/**
 * One study in truth and report. {@link spine.evaluate.internal.study.StudyReport} is what is read of either, {@link
 * spine.evaluate.internal.study.StudyPair} has both side by side.
 */
package spine.evaluate.internal.study;
