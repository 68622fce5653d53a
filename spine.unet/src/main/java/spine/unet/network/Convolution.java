package spine.unet.network;

/**
 * One convolution of the network with what follows it.
 *
 * @param name its name in graph, plan and ONNX file
 * @param in input channels
 * @param out output channels
 * @param kernel edge of the square kernel; with stride 1 the map keeps its size
 * @param stride step, 1 or (kernel 2) 2
 * @param bias whether it has a bias of its own
 * @param normalised whether batch normalisation follows
 * @param activation what comes last
 */
public record Convolution(String name, int in, int out, int kernel, int stride, boolean bias, boolean normalised, Activation activation) {

    public enum Activation { NONE, RELU, SIGMOID, SOFTMAX }

    /** How many weights it has, without the bias. */
    public int weights() {
        return out * in * kernel * kernel;
    }

    static Convolution normalised3x3(String name, int in, int out) {
        return new Convolution(name, in, out, 3, 1, false, true, Activation.RELU);
    }

    static Convolution pointwise(String name, int in, int out, Activation activation) {
        return new Convolution(name, in, out, 1, 1, true, false, activation);
    }
}
