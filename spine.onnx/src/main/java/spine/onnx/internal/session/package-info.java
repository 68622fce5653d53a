/** Sessions of ONNX Runtime behind the engine. */
package spine.onnx.internal.session;
