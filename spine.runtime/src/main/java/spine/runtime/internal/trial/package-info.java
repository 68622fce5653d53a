/**
 * Trial of a candidate model on studies whose truth is known. {@link spine.runtime.internal.trial.ReferenceTrials} lets it and the serving
 * model answer them and keeps the outcome; {@link spine.runtime.internal.trial.AnatomyFigures} and
 * {@link spine.runtime.internal.trial.OedemaFigures} measure the answers of one model.
 */
package spine.runtime.internal.trial;
