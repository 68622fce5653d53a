package spine.common.access;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Names of accounts and tokens. A name is compared in the normal form NFC, because keyboards and systems write the same letter in
 * different ways; what is not seen, or could be taken for the end of a line, is in none.
 */
public final class AccountName {
    /** Characters; an address of e-mail fits. */
    public static final int LONGEST = 64;
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@-]{0," + (LONGEST - 1) + "}");

    private AccountName() {
    }

    /** @throws IllegalArgumentException with a sentence, if it can be no name */
    public static String checked(String name) {
        String normal = normal(name);
        if (!ALLOWED.matcher(normal).matches()) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST + " letters, digits and . _ - @, and begins with a letter or"
                    + " a digit.");
        }
        return normal;
    }

    /** As it is compared, whatever it is; cut to what a name can have at most, so that nothing longer is kept. */
    public static String normal(String name) {
        String cut = name.length() <= 4 * LONGEST ? name : name.substring(0, 4 * LONGEST);
        return Normalizer.normalize(cut, Normalizer.Form.NFC);
    }
}
