package spine.evaluate.internal.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import spine.api.UnusableInputException;
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;
import spine.common.file.FileTooLargeException;

/**
 * The text of a table and what separates its fields.
 *
 * @param text without what stands before the header
 * @param separator a comma, semicolon or tab: whichever the header has most of, or the one that its first line {@code sep=} names
 * @param skipped lines before the header
 */
record TableText(String text, char separator, int skipped) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** In the order in which they are preferred. */
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    /** What spreadsheets understand in a first line of its own. */
    private static final String NAMED = "sep=";

    /** @throws UnusableInputException if it is no text in UTF-8, or in UTF-16 with a byte order mark */
    static TableText read(Path file) throws UnusableInputException, IOException {
        String text = decoded(file);
        String first = text.lines().findFirst().orElse("");
        if (first.length() == NAMED.length() + 1 && first.startsWith(NAMED) && !first.endsWith("\"")) {
            return new TableText(text.substring(first.length()).replaceFirst("^\\R", ""), first.charAt(NAMED.length()), 1);
        }
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char separator = SEPARATORS.stream().max(Comparator.comparingLong((Character each) -> header.chars().filter(c -> c == each).count())
                .thenComparing(each -> -SEPARATORS.indexOf(each))).orElseThrow();
        return new TableText(text, separator, 0);
    }

    private static String decoded(Path file) throws UnusableInputException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableInputException(file + " is not a file.");
        }
        byte[] bytes;
        try {
            bytes = BoundedFile.read(file);
        } catch (FileTooLargeException tooLarge) {
            throw new UnusableInputException(FileFailure.sentence(tooLarge), tooLarge);
        }
        try {
            String text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (CharacterCodingException notText) {
            throw new UnusableInputException(file + " is not a text file in UTF-8; a spreadsheet writes one as \"CSV UTF-8\".", notText);
        }
    }

    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return switch (mark) {
            case 0xfeff -> StandardCharsets.UTF_16BE;
            case 0xfffe -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
