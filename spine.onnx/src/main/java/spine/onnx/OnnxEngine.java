package spine.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import spine.common.device.NvidiaDriver;
import spine.onnx.internal.export.OnnxExport;
import spine.onnx.internal.file.OnnxFile;
import spine.onnx.internal.session.Device;
import spine.onnx.internal.session.OnnxSession;
import spine.onnx.internal.session.ShortCommandLine;
import spine.unet.engine.BatchedSession;
import spine.unet.engine.EngineDescription;
import spine.unet.engine.InferenceEngine;
import spine.unet.engine.InferenceSession;
import spine.unet.engine.OnnxInferenceEngine;
import spine.unet.network.UNetParameters;

/** Runs networks by ONNX Runtime, which serves processors and devices that ND4J does not. */
public final class OnnxEngine implements OnnxInferenceEngine {
    /** Its {@link InferenceEngine#ID}. */
    public static final String NAME = "onnx";

    /** On a device: more at once give no more images per second, and take memory. */
    private static final int MOST_AT_ONCE = 16;
    /** While one is under way, the images of another are made ready. */
    private static final int RUNS_ON_DEVICE = 2;

    private final OrtEnvironment environment;
    private final Device device;
    private final EngineDescription description;

    private OnnxEngine(OrtEnvironment environment, Device device, EngineDescription description) {
        this.environment = environment;
        this.device = device;
        this.description = description;
    }

    /**
     * Loads ONNX Runtime, unless it is loaded already, chooses the device and has it prove itself there.
     *
     * @throws IllegalStateException if it cannot be loaded here, or computes wrongly; the message is a sentence
     */
    public static OnnxEngine start() {
        long begin = System.nanoTime();
        ShortCommandLine.require();
        OrtEnvironment environment;
        try {
            environment = OrtEnvironment.getEnvironment();
        } catch (LinkageError | RuntimeException e) {
            throw new IllegalStateException("ONNX Runtime cannot be loaded on this platform: " + OnnxSession.firstLine(e) + ".", e);
        }
        Device device = Device.choose(environment, NvidiaDriver::isInstalled);
        return new OnnxEngine(environment, device, new EngineDescription(
                "ONNX Runtime " + environment.getVersion() + " (" + device.name() + ")", true, 1,
                device.cuda() ? RUNS_ON_DEVICE : Runtime.getRuntime().availableProcessors(), device.cuda() ? MOST_AT_ONCE : 1,
                (System.nanoTime() - begin) / 1_000_000, device.remarks()));
    }

    @Override
    public EngineDescription description() {
        return description;
    }

    /** Whether it runs on a device, not on the processor. */
    public boolean onDevice() {
        return device.cuda();
    }

    @Override
    public InferenceSession open(UNetParameters network, int parallelRuns) {
        return open(OnnxExport.write(network), network.size().inputChannels(), network.size().classes(), parallelRuns);
    }

    @Override
    public InferenceSession open(byte[] file, int parallelRuns) throws IOException {
        OnnxFile checked = OnnxFile.read(file);
        return open(file, checked.inputChannels(), checked.classes(), parallelRuns);
    }

    private InferenceSession open(byte[] file, int channels, int classes, int parallelRuns) {
        InferenceSession session = OnnxSession.open(environment, device.options(), file, channels, classes, parallelRuns);
        if (!device.cuda()) {
            return session;
        }
        // ONNX Runtime does not say how much memory a device has: too much is found out.
        return new BatchedSession(description.name(), session, (rows, columns) -> MOST_AT_ONCE,
                () -> OnnxSession.open(environment, Device::processorOptions, file, channels, classes, parallelRuns));
    }
}
