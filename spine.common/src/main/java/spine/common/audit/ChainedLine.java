package spine.common.audit;

import java.nio.charset.StandardCharsets;
import spine.common.digest.Sha256;

/**
 * One line of a chained log: its text, a tab, and the digest of the digest before it and the text.
 *
 * @param text columns with tabs between them
 * @param chain 64 lower-case hexadecimal digits; empty for a line without one
 */
record ChainedLine(String text, String chain) {
    /** What the first line of all follows. */
    static final String BEGINNING = "0".repeat(64);
    /** The event of the line that a further file begins with: it names the file before it, and the digest of that one's last line. */
    private static final String CONTINUED = "continued";
    private static final String CHAIN = ".*\t[0-9a-f]{64}";

    static ChainedLine after(String before, String text) {
        return new ChainedLine(text, digest(before, text));
    }

    static ChainedLine continuing(String time, String file, String before) {
        return after(before, String.join("\t", time, CONTINUED, file, before, "-", "-", "-", "-"));
    }

    static ChainedLine parse(String line) {
        int tab = line.lastIndexOf('\t');
        return line.matches(CHAIN) && line.chars().filter(c -> c == '\t').count() > 7
                ? new ChainedLine(line.substring(0, tab), line.substring(tab + 1)) : new ChainedLine(line, "");
    }

    boolean isChained() {
        return !chain.isEmpty();
    }

    boolean follows(String before) {
        return chain.equals(digest(before, text));
    }

    /** The name of the file before this one; empty for any other line. */
    String continuedFile() {
        return text.split("\t").length > 3 && text.split("\t")[1].equals(CONTINUED) ? text.split("\t")[2] : "";
    }

    /** The digest that a line with {@link #continuedFile} says it follows. */
    String continuedChain() {
        return text.split("\t")[3];
    }

    String time() {
        return text.split("\t")[0];
    }

    String line() {
        return text + "\t" + chain + "\n";
    }

    private static String digest(String before, String text) {
        return Sha256.of((before + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
