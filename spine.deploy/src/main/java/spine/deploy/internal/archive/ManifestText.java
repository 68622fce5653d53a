package spine.deploy.internal.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import spine.deploy.internal.Rejection;

/**
 * A manifest in the form of the JAR file specification, and in no other. Java and the frameworks each forgive something else: a carriage
 * return alone ends a line for Java and is a part of the value for Felix, so that one reads headers where the other reads none.
 */
public final class ManifestText {
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,69}: .*", Pattern.DOTALL);
    /** Java 17 reads no longer ones. */
    private static final int MOST_LINE_BYTES = 510;
    private static final String MANIFEST = "Manifest-Version: ";
    private static final String SIGNATURE = "Signature-Version: ";
    private static final String SECTION = "Name: ";

    private ManifestText() {
    }

    /**
     * Reads the headers of the bundle.
     *
     * @param manifest the bytes of the entry, of acceptable number
     * @return the main attributes
     */
    public static Attributes headers(byte[] manifest) throws Rejection {
        return mainAttributes(manifest, MANIFEST);
    }

    /** Reads what a signature file, which has the form of a manifest, says of the manifest as a whole. */
    public static Attributes signature(byte[] file) throws Rejection {
        return mainAttributes(file, SIGNATURE);
    }

    private static Attributes mainAttributes(byte[] manifest, String first) throws Rejection {
        // One character for each byte: a line may be folded in the middle of a character.
        String text = new String(manifest, StandardCharsets.ISO_8859_1);
        checkCharacters(text);
        if (!text.startsWith(first)) {
            throw new Rejection("Its manifest does not begin with '" + first.strip() + "'.");
        }
        Attributes main = null;
        for (List<String> section : sections(text.replace("\r\n", "\n"))) {
            Attributes attributes = attributes(section);
            if (main == null) {
                main = attributes;
            } else if (!section.get(0).startsWith(SECTION)) {
                throw new Rejection("Its manifest has a section that does not begin with '" + SECTION.strip() + "'.");
            }
        }
        if (!asJavaReads(manifest).equals(main)) {
            throw new Rejection("Its manifest is one that Java reads in another way.");
        }
        return main;
    }

    private static void checkCharacters(String text) throws Rejection {
        String plain = text.replace("\r\n", "").replace("\n", "");
        if (plain.indexOf('\r') >= 0) {
            throw new Rejection("Its manifest has a carriage return alone, which ends a line for Java and does not for the framework.");
        }
        if (plain.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new Rejection("Its manifest has a control character.");
        }
        if (!text.endsWith("\n")) {
            throw new Rejection("The last line of its manifest has no end.");
        }
    }

    /** The lines of each section, unfolded. */
    private static List<List<String>> sections(String text) throws Rejection {
        List<List<String>> sections = new ArrayList<>();
        List<StringBuilder> section = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.length() > MOST_LINE_BYTES) {
                throw new Rejection("Its manifest has a line of more than " + MOST_LINE_BYTES + " bytes.");
            }
            if (line.startsWith(" ")) {
                if (section.isEmpty()) {
                    throw new Rejection("Its manifest has a line that continues none.");
                }
                section.get(section.size() - 1).append(line, 1, line.length());
            } else if (!line.isEmpty()) {
                section.add(new StringBuilder(line));
            } else if (!section.isEmpty()) {
                sections.add(section.stream().map(StringBuilder::toString).toList());
                section.clear();
            }
        }
        return sections;
    }

    private static Attributes attributes(List<String> section) throws Rejection {
        Attributes attributes = new Attributes();
        for (String line : section) {
            if (!HEADER.matcher(line).matches()) {
                throw new Rejection("Its manifest has a line that is not 'Name: value'.");
            }
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            if (attributes.putValue(name, decoded(line.substring(colon + 2))) != null) {
                throw new Rejection("Its manifest has the header " + name + " twice.");
            }
        }
        return attributes;
    }

    private static String decoded(String bytes) throws Rejection {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            throw new Rejection("Its manifest is not UTF-8.", e);
        }
    }

    private static Attributes asJavaReads(byte[] manifest) throws Rejection {
        try {
            return new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
        } catch (IOException | IllegalArgumentException e) {
            throw new Rejection("Its manifest is one that Java does not read.", e);
        }
    }
}
