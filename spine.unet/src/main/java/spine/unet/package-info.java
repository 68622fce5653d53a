/** The attention U-Net: graph, fast inference plan, input recipe, packaging as a segmentation model, ONNX export. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.unet;
