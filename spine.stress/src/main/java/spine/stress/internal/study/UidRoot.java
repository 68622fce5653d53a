package spine.stress.internal.study;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * What all UIDs of a synthetic study begin with. Another one of the same length makes another study of its files, which need no other
 * change.
 *
 * @param text without a dot at its end
 */
public record UidRoot(String text) {

    /** That of a study whose StudyInstanceUID is the root and one number. */
    public static UidRoot of(String studyInstanceUid) {
        return new UidRoot(studyInstanceUid.substring(0, studyInstanceUid.lastIndexOf('.')));
    }

    /** As long as this one. */
    public UidRoot other(Random random) {
        StringBuilder other = new StringBuilder(text.substring(0, "2.25.1".length()));
        while (other.length() < text.length()) {
            other.append(random.nextInt(10));
        }
        return new UidRoot(other.toString());
    }

    /** @param bytes of a file of the study that has this root @return the file of the other study */
    public byte[] renamed(byte[] bytes, UidRoot other) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace(text, other.text).getBytes(StandardCharsets.ISO_8859_1);
    }
}
