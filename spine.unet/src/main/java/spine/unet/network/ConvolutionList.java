package spine.unet.network;

import java.util.List;

/** Visits the convolutions of the topology and collects them; the handles have no meaning. */
record ConvolutionList(List<Convolution> found) implements Assembler<String> {

    @Override
    public String convolution(Convolution convolution, String in) {
        found.add(convolution);
        return in;
    }

    @Override
    public String pool(String name, String in) {
        return in;
    }

    @Override
    public String addRelu(String name, String a, String b) {
        return a;
    }

    @Override
    public String join(int level, String skip, String coefficients, String coarse, Convolution up) {
        return convolution(up, coarse);
    }
}
