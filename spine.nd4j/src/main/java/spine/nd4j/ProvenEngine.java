package spine.nd4j;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.unet.engine.EngineDescription;

/**
 * Starts ND4J by its self-test. On the processor, without oneDNN everything still works, only 30 to 50 times slower and in silence; so its
 * absence ends the start with an exception.
 */
final class ProvenEngine {
    private static final Logger LOG = LoggerFactory.getLogger(ProvenEngine.class);

    /** While one is under way, the images of another are made ready. */
    private static final int RUNS_ON_DEVICE = 2;

    private ProvenEngine() {
    }

    /**
     * @param device the accelerator that ND4J was let see; empty for the processor
     * @param remarks for the description
     * @throws IllegalStateException if ND4J computes wrongly, on the processor without oneDNN, or not on the device; the message says which
     */
    static EngineDescription start(Optional<String> device, List<String> remarks) {
        long begin = System.nanoTime();
        requireSum();
        boolean onDevice = Nd4j.getExecutioner().type() == OpExecutioner.ExecutionerType.CUDA;
        if (onDevice != device.isPresent()) {
            throw new IllegalStateException("ND4J took " + (onDevice ? "a device" : "the processor") + ", not "
                    + device.orElse("the processor"));
        }
        String build = NativeOpsHolder.getInstance().getDeviceNativeOps().buildInfo();
        if (!onDevice && (build == null || !build.contains("HAVE_ONEDNN"))) {
            throw new IllegalStateException("ND4J runs without oneDNN: the bundle nests a native jar other than the -onednn one");
        }
        requireConvolution(!onDevice);
        String version = String.valueOf(Nd4j.class.getPackage().getImplementationVersion());
        EngineDescription engine = new EngineDescription("ND4J " + (version.equals("null") ? "1.0.0-M2.1" : version) + " ("
                + device.orElse("CPU, oneDNN") + ")", true,
                NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads(), onDevice ? RUNS_ON_DEVICE : Runtime.getRuntime()
                .availableProcessors(),
                onDevice ? Nd4jEngine.MOST_AT_ONCE : 1, (System.nanoTime() - begin) / 1_000_000, remarks);
        LOG.info("{} ready after {} ms, {} thread(s) per operation", engine.name(), engine.startMillis(), engine.threadsPerOperation());
        return engine;
    }

    private static void requireSum() {
        try (INDArray ones = Nd4j.ones(DataType.FLOAT, 3, 3); INDArray product = ones.mmul(ones)) {
            if (product.getFloat(2, 2) != 3f) {
                throw new IllegalStateException("ND4J self-test: a product of ones gave " + product.getFloat(2, 2) + " instead of 3");
            }
        }
    }

    /**
     * One 3x3 convolution of ones in the layout of the models, through a DL4J layer.
     *
     * @param helped whether the layer must have DL4J's helper for oneDNN
     */
    private static void requireConvolution(boolean helped) {
        MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().list()
                .layer(new ConvolutionLayer.Builder(3, 3).convolutionMode(ConvolutionMode.Same).nIn(1).nOut(1)
                        .activation(Activation.IDENTITY).dataFormat(CNN2DFormat.NHWC).build())
                .layer(new CnnLossLayer.Builder(LossFunctions.LossFunction.MSE).activation(Activation.IDENTITY)
                        .format(CNN2DFormat.NHWC).build())
                .setInputType(InputType.convolutional(8, 8, 1, CNN2DFormat.NHWC)).build());
        net.init();
        net.getLayer(0).getParam("W").assign(1);
        if (helped && net.getLayer(0).getHelper() == null) {
            throw new IllegalStateException("DL4J does not use oneDNN: its convolution layer has no helper "
                    + "(org.eclipse.deeplearning4j.helpers.disable must be false before the first network is made)");
        }
        float centre = net.output(Nd4j.ones(DataType.FLOAT, 1, 8, 8, 1)).getFloat(0, 4, 4, 0);
        if (centre != 9f) {
            throw new IllegalStateException("ND4J self-test: a 3x3 convolution of ones gave " + centre + " instead of 9");
        }
    }
}
