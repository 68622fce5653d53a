/**
 * The layout of the attention U-Net, described once: which convolutions, poolings and attention gates follow each other, and of what size.
 * {@link spine.unet.internal.topology.UNetTopology} hands it to an {@link spine.unet.internal.topology.Assembler}, of which there is one
 * for each form of the network: DL4J graph, compiled plan, ONNX file. Without any dependency on ND4J.
 */
package spine.unet.internal.topology;
