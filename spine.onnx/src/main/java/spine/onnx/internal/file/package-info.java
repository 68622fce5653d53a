/**
 * ONNX files from elsewhere, read and checked before native code sees them: {@link spine.onnx.internal.file.OnnxFile} is the place to
 * begin. Numbers of fields are those of {@code onnx.proto} of ONNX 1.19.
 */
package spine.onnx.internal.file;
