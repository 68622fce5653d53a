package spine.dicom.internal.vr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Value representation of the standard tags, needed where the file does not name it. */
public final class TagDictionary {
    private static final String SIGN_DEPENDENT = "XS";
    private static final Map<Integer, String> BY_TAG = load();

    private TagDictionary() {
    }

    /** @return the representation, {@link Vr#UN} for private and unknown tags */
    public static Vr vr(int tag, boolean signedPixels) {
        if ((tag & 0xffff) == 0) {
            return Vr.UL;
        }
        if ((tag >>> 16 & 1) == 1) {
            return isPrivateCreator(tag) ? Vr.LO : Vr.UN;
        }
        String name = BY_TAG.get(withoutRepetition(tag));
        if (SIGN_DEPENDENT.equals(name)) {
            return signedPixels ? Vr.SS : Vr.US;
        }
        return name == null ? Vr.UN : Vr.named(name);
    }

    private static boolean isPrivateCreator(int tag) {
        int element = tag & 0xffff;
        return element >= 0x10 && element <= 0xff;
    }

    /** Curves (50xx) and overlays (60xx) repeat in even groups up to xx1E. */
    private static int withoutRepetition(int tag) {
        int family = tag >>> 24;
        return family == 0x50 || family == 0x60 ? tag & 0xff00ffff : tag;
    }

    private static Map<Integer, String> load() {
        Map<Integer, String> byTag = new HashMap<>(8192);
        try (InputStream in = TagDictionary.class.getResourceAsStream("dictionary.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] words = line.split(" ");
                for (int i = 1; i < words.length; i++) {
                    byTag.put(Integer.parseUnsignedInt(words[i], 16), words[0]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byTag;
    }
}
