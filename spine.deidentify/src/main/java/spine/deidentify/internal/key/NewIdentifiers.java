package spine.deidentify.internal.key;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Derives identifiers from old ones by HMAC-SHA-256 (RFC 2104): the same key and value give the same. For one thread. */
public final class NewIdentifiers {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int UUID_BYTES = 16;
    /** 60 bits: two patients of a million have the same with a probability of one in two millions. */
    private static final int PSEUDONYM_DIGITS = 15;
    private static final int FACT_BYTES = 16;
    /** Ten years, back in time, so that no date lies in the future. */
    private static final int MOST_DAYS = 3652;

    private final Mac mac;

    /** @param key at least one byte */
    public NewIdentifiers(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The UID that stands for another: under 2.25, as a UUID of version 8 (PS3.5 B.2, RFC 9562). */
    public String uid(String old) {
        byte[] uuid = Arrays.copyOf(derive("uid", old), UUID_BYTES);
        uuid[6] = (byte) (uuid[6] & 0x0f | 0x80);
        uuid[8] = (byte) (uuid[8] & 0x3f | 0x80);
        return "2.25." + new BigInteger(1, uuid);
    }

    /** Name and identifier of a patient. */
    public String pseudonym(String patient) {
        String digits = new BigInteger(1, derive("patient", patient)).toString(16);
        return "P" + digits.substring(0, PSEUDONYM_DIGITS).toUpperCase(Locale.ROOT);
    }

    /** Whether an identifier has the form of those that {@link #pseudonym} makes. */
    public static boolean isPseudonym(String identifier) {
        return identifier.matches("P[0-9A-F]{" + PSEUDONYM_DIGITS + "}");
    }

    /** How many days the dates of a patient are moved back, 1 to 3652. */
    public int days(String patient) {
        return 1 + new BigInteger(1, derive("days", patient)).mod(BigInteger.valueOf(MOST_DAYS)).intValue();
    }

    /** Stands for what is known of a patient: the same of another patient, or of another kind, is another value. */
    public String fact(String patient, String kind, String value) {
        return HexFormat.of().formatHex(derive("fact " + kind, patient + "\n" + value), 0, FACT_BYTES);
    }

    private byte[] derive(String purpose, String value) {
        return mac.doFinal((purpose + ":" + value).getBytes(StandardCharsets.UTF_8));
    }
}
