/**
 * ONNX Runtime as an inference engine. Its bundle registers {@link spine.onnx.OnnxEngine}; a plain Java program starts it itself.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.onnx;
