/** The bundle's side of the engine. */
package spine.onnx.internal;
