/**
 * The network as an ONNX file for other inference engines. The benchmark compares the compiled plan with ONNX Runtime by it.
 */
package spine.unet.training.internal.onnx;
