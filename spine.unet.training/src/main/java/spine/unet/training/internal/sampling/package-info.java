/**
 * From annotated patients to training batches: patients are preprocessed once and stored in files, from which augmented crops are drawn.
 * Batch k depends on the seed and k alone.
 */
package spine.unet.training.internal.sampling;
