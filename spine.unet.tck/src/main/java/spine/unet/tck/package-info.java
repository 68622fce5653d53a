/**
 * The test kit for inference engines: extend {@link spine.unet.tck.InferenceEngineContract} beside the engine. What an engine must answer
 * is computed by {@link spine.unet.tck.ReferenceNetwork}, in plain Java from the description of the network.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.unet.tck;
