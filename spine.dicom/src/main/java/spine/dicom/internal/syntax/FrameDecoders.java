package spine.dicom.internal.syntax;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import spine.dicom.decode.FrameDecoder;

/** The decoders there are at the moment. Safe for several threads. */
public final class FrameDecoders {
    private static final Comparator<Offer> BEST_FIRST = Comparator.comparingInt(Offer::ranking).reversed()
            .thenComparingLong(Offer::serviceId);
    private static final String SERVICE_RANKING = "service.ranking";
    private static final String SERVICE_ID = "service.id";

    private final List<Offer> offers = new CopyOnWriteArrayList<>();

    private record Offer(FrameDecoder decoder, Set<String> syntaxes, int ranking, long serviceId) {
    }

    /** @param builtIn decoders by transfer syntax, of ranking 0 and first among equals */
    public FrameDecoders(Map<String, FrameDecoder> builtIn) {
        builtIn.forEach((syntax, decoder) -> offers.add(new Offer(decoder, Set.of(syntax), 0, -1)));
    }

    /** @param properties of the service; a decoder without {@link FrameDecoder#TRANSFER_SYNTAXES} is never asked */
    public void add(FrameDecoder decoder, Map<String, ?> properties) {
        Object syntaxes = properties.get(FrameDecoder.TRANSFER_SYNTAXES);
        Set<String> uids = syntaxes instanceof String[] several ? Set.copyOf(List.of(several))
                : syntaxes instanceof String one ? Set.of(one) : Set.of();
        int ranking = properties.get(SERVICE_RANKING) instanceof Integer given ? given : 0;
        long id = properties.get(SERVICE_ID) instanceof Long given ? given : Long.MAX_VALUE;
        offers.add(new Offer(decoder, uids, ranking, id));
    }

    public void remove(FrameDecoder decoder) {
        offers.removeIf(offer -> offer.decoder() == decoder);
    }

    public Optional<FrameDecoder> of(String transferSyntax) {
        return offers.stream().filter(offer -> offer.syntaxes().contains(transferSyntax)).min(BEST_FIRST).map(Offer::decoder);
    }
}
