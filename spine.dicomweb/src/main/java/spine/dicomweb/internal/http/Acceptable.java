package spine.dicomweb.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import spine.io.dicomweb.multipart.MediaType;

/**
 * The media types that a client takes, those it likes best first (PS3.18 8.7.5): of the parameter {@code accept}, and then of the header.
 *
 * @param ranges at least one
 */
public record Acceptable(List<MediaType> ranges) {
    public static final String DICOM = "application/dicom";
    public static final String DICOM_JSON = "application/dicom+json";
    public static final String JSON = "application/json";
    public static final String OCTETS = "application/octet-stream";
    private static final String MULTIPART = "multipart/related";
    private static final String TRANSFER_SYNTAX = "transfer-syntax";

    public Acceptable {
        ranges = List.copyOf(ranges);
    }

    /**
     * A way to answer.
     *
     * @param type of the content, or of each part of it
     * @param isMultipart whether each object is a part of one message
     * @param transferSyntax UID, {@code *} for any, empty if the client does not say
     */
    public record Offer(String type, boolean isMultipart, String transferSyntax) {
        /** Whether it may be in any transfer syntax. */
        public boolean takesAnySyntax() {
            return transferSyntax.equals("*");
        }
    }

    public static Acceptable of(HttpServletRequest request) {
        List<MediaType> ranges = new ArrayList<>();
        String parameter = request.getParameter("accept");
        if (parameter != null) {
            ranges.addAll(sorted(MediaType.parseList(parameter)));
        }
        for (String header : Collections.list(request.getHeaders("Accept"))) {
            ranges.addAll(sorted(MediaType.parseList(header)));
        }
        return ranges.isEmpty() ? new Acceptable(MediaType.parseList("*/*")) : new Acceptable(ranges);
    }

    /** The first of these types that the client takes as content of its own. */
    public Optional<String> single(String... types) {
        return ranges.stream().flatMap(range -> List.of(types).stream().filter(range::includes)).findFirst();
    }

    /**
     * The ways that fit, the best first.
     *
     * @param types what there is; the first of them is given to who takes anything
     * @param single whether an object may be the content itself, which takes that it is one
     */
    public List<Offer> offers(boolean single, String... types) {
        List<Offer> offers = new ArrayList<>();
        for (MediaType range : ranges) {
            String syntax = range.parameter(TRANSFER_SYNTAX).orElse("");
            boolean multipart = range.includes(MULTIPART);
            Optional<MediaType> inner = multipart ? MediaType.parse(range.parameter("type").orElse("*/*")) : Optional.of(range);
            if (inner.isPresent() && (multipart || single)) {
                // Some clients put it inside the quotes of the type.
                String wanted = syntax.isEmpty() ? inner.get().parameter(TRANSFER_SYNTAX).orElse("") : syntax;
                List.of(types).stream().filter(inner.get()::includes).forEach(type -> offers.add(new Offer(type, multipart, wanted)));
            }
        }
        return offers;
    }

    private static List<MediaType> sorted(List<MediaType> ranges) {
        return ranges.stream().filter(range -> range.quality() > 0).sorted(Comparator.comparingDouble(MediaType::quality).reversed())
                .toList();
    }
}
