package spine.isolation.internal.wire;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import spine.api.model.ModelCard;
import spine.isolation.internal.codec.ModelCodec;
import spine.isolation.internal.codec.PropertyCodec;
import spine.isolation.internal.codec.ValueInput;
import spine.isolation.internal.codec.ValueOutput;

/**
 * A service of the bundle in the other process.
 *
 * @param number by which it is asked for; a new process of the same bundle gives the same numbers
 * @param properties of the service, without those that the framework sets
 * @param card of a model; empty for an index
 * @param engine of a model, as {@link spine.api.model.SegmentationModel#engine} says; empty for an index
 */
public record Offer(int number, Map<String, Object> properties, Optional<ModelCard> card, String engine) {

    public static void write(ValueOutput out, Offer offer) throws IOException {
        out.number(offer.number);
        PropertyCodec.write(out, offer.properties);
        out.optional(offer.card, ModelCodec::writeCard);
        out.text(offer.engine);
    }

    public static Offer read(ValueInput in) throws IOException {
        return new Offer(in.number(), PropertyCodec.read(in), in.optional(ModelCodec::readCard), in.text());
    }
}
