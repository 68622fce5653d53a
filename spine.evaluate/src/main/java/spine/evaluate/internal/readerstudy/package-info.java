/**
 * The statistics of a study of readers: pipeline and readers, readers among themselves and with themselves, change, and what a paper says
 * beside it. {@link spine.evaluate.internal.readerstudy.ReaderStudyResult} holds all of it.
 */
package spine.evaluate.internal.readerstudy;
