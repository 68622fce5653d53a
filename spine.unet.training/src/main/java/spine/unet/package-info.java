/**
 * The attention U-Net as a DL4J graph that can be trained, saved and restored, and the parameters read from such a graph. Files of weights
 * and checkpoints name {@link spine.unet.DiceCrossEntropy}, {@link spine.unet.GateVertex} and {@link spine.unet.WarmUpCosine} by class, so
 * these three keep their names, and with them this package: the reader of weights would not recognise the models trained before.
 */
package spine.unet;
