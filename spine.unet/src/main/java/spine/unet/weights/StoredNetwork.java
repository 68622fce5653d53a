package spine.unet.weights;

import java.util.List;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetParameters;

/**
 * A network as its file has it, batch normalisation apart from the convolutions.
 *
 * @param size of the network
 * @param order names of its vertices in the order in which their parameters are stored
 * @param source the parameters, asked at most once: who asks may write to them
 */
public record StoredNetwork(UNetConfiguration size, List<String> order, UNetParameters.Source source) {

    public StoredNetwork {
        order = List.copyOf(order);
    }
}
