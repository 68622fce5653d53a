package spine.common.file;

import java.nio.charset.StandardCharsets;

/** Names of files that others have chosen, and that are about to become longer or to be carried elsewhere. */
public final class FileNames {
    /** Bytes of a name that file systems take: ext4, XFS, APFS and NTFS take no more than 255 of bytes or UTF-16 units. */
    public static final int LONGEST = 255;

    private FileNames() {
    }

    /** Whether file systems take the name. */
    public static boolean fits(String name) {
        return bytes(name) <= LONGEST;
    }

    /**
     * The name, cut in its middle where it is longer: it keeps its beginning and its end, and a number in between that tells it from
     * others that are cut to the same.
     *
     * @param most bytes in UTF-8, at least 32
     */
    public static String shortened(String name, int most) {
        if (bytes(name) <= most) {
            return name;
        }
        String mark = String.format("~%08x~", name.hashCode());
        int half = (most - mark.length()) / 2;
        int from = 0;
        while (bytes(name.substring(0, from + step(name, from))) <= half) {
            from += step(name, from);
        }
        int to = name.length();
        while (bytes(name.substring(to - stepBack(name, to))) <= half) {
            to -= stepBack(name, to);
        }
        return name.substring(0, from) + mark + name.substring(to);
    }

    /** Never between two halves of one character. */
    private static int step(String name, int at) {
        return Character.charCount(name.codePointAt(at));
    }

    private static int stepBack(String name, int at) {
        return Character.charCount(name.codePointBefore(at));
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
