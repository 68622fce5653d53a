/**
 * The attention U-Net apart from any engine. Its layout is described once: which convolutions, poolings and attention gates follow each
 * other, and of what size. {@link spine.unet.network.UNetTopology} hands it to an {@link spine.unet.network.Assembler}, of which there is
 * one for each form of the network: graph for training, compiled plan, ONNX file. {@link spine.unet.network.UNetParameters} are its
 * weights for inference.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.unet.network;
