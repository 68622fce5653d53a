/**
 * The training of a model: split by patient, optimiser loop, validation, checkpoints from which a killed training resumes, log and curves,
 * and the folder with the best model. The same plan gives the same bytes.
 */
package spine.unet.training.internal.training;
