package spine.phantom.internal.standard.study;

import java.util.function.Predicate;

/** Finds studies by what they look like, so that tests do not hang on the draws behind a number. */
public final class Seeds {
    private Seeds() {
    }

    /** The first study, from seed 1 on, that the test can use. */
    public static PhantomStudy first(Predicate<PhantomStudy> usable) {
        for (long seed = 1; seed < 5000; seed++) {
            PhantomStudy study = new PhantomStudy(seed);
            if (usable.test(study)) {
                return study;
            }
        }
        throw new AssertionError("no such study among 5000");
    }
}
