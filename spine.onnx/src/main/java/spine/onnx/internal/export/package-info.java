/** The network as an ONNX file. */
package spine.onnx.internal.export;
