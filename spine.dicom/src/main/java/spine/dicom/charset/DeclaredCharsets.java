package spine.dicom.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Text without escape sequences, in one of the character sets that the attribute names. Archives name sets that the text is not in: bytes
 * that are valid UTF-8 are no sensible Latin-1, and text that is invalid in the first set is tried in the others.
 */
final class DeclaredCharsets {
    /** UTF-8 has three bytes from here on; Chinese, Japanese and Korean characters lie above. */
    private static final int FIRST_OF_THREE_BYTES = 0x800;

    private final List<Charset> declared;

    /** @param declared at least one, in the order of the attribute */
    DeclaredCharsets(List<Charset> declared) {
        this.declared = declared;
    }

    String decode(byte[] raw) {
        return Stream.concat(Stream.of(plainlyUtf8(raw)), Stream.concat(declared.stream(), Stream.of(StandardCharsets.UTF_8))
                .map(charset -> strictly(charset, raw))).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> new String(raw, StandardCharsets.ISO_8859_1));
    }

    /**
     * Where the text may be in UTF-8: it is named, or the first set is Latin-1, also by default. Beside a set of two-byte characters it
     * takes a character of three bytes: two bytes of GB 18030 may well be valid UTF-8.
     */
    private Optional<String> plainlyUtf8(byte[] raw) {
        Charset first = declared.get(0);
        if (first.equals(StandardCharsets.ISO_8859_1)) {
            return strictly(StandardCharsets.UTF_8, raw);
        }
        return declared.contains(StandardCharsets.UTF_8)
                ? strictly(StandardCharsets.UTF_8, raw).filter(text -> text.chars().anyMatch(c -> c >= FIRST_OF_THREE_BYTES))
                : Optional.empty();
    }

    private static Optional<String> strictly(Charset charset, byte[] raw) {
        try {
            return Optional.of(Objects.toString(charset.newDecoder().decode(ByteBuffer.wrap(raw))));
        } catch (CharacterCodingException invalid) {
            return Optional.empty();
        }
    }
}
