package spine.evaluate.internal.insertion;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** New UIDs for those of a study, below the root 2.25 (UUID-derived, PS3.5 B.2): the same for the same study, draw, ratio and seed. */
final class DerivedUids {
    private final String suffix;

    DerivedUids(int draw, double ratio, int lesions, long seed) {
        suffix = " " + draw + " " + ratio + " " + lesions + " " + seed;
    }

    String of(String uid) {
        UUID uuid = UUID.nameUUIDFromBytes((uid + suffix).getBytes(StandardCharsets.UTF_8));
        BigInteger number = BigInteger.valueOf(uuid.getMostSignificantBits()).shiftLeft(Long.SIZE)
                .or(new BigInteger(Long.toUnsignedString(uuid.getLeastSignificantBits())));
        return "2.25." + (number.signum() < 0 ? number.add(BigInteger.ONE.shiftLeft(2 * Long.SIZE)) : number);
    }
}
