package spine.runtime.internal.contract;

import java.util.List;
import java.util.function.Supplier;

import spine.api.image.Vec3;

/** Checks that the contracts have in common. */
final class Promise {

    private Promise() {
    }

    /** @param otherwise what is wrong and what is allowed, as a part of a sentence */
    static void require(boolean kept, Supplier<String> otherwise) throws BrokenContractException {
        if (!kept) {
            throw new BrokenContractException(otherwise.get());
        }
    }

    static boolean finite(Vec3 vector) {
        return Double.isFinite(vector.x()) && Double.isFinite(vector.y()) && Double.isFinite(vector.z());
    }

    /** Whether it has length 1, apart from rounding. */
    static boolean unit(Vec3 vector, double rounding) {
        return Math.abs(vector.length() - 1) < rounding;
    }

    static boolean distinct(List<?> all) {
        return all.stream().distinct().count() == all.size();
    }
}
