/**
 * The network compiled for training: forward and backward pass as a fixed list of stages on arrays that are allocated once. Convolutions
 * are native ND4J operations in NHWC layout, everything between them reads and writes whole rows in Java. Parameters, gradients and the
 * state of the optimiser stay those of the DL4J graph, which is also the file format.
 * {@link spine.unet.training.internal.backprop.CompiledTraining} is the place to begin; on a device the graph trains itself.
 */
package spine.unet.training.internal.backprop;
